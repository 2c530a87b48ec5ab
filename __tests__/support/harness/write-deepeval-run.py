"""Writes a test run of DeepEval into the folder of DEEPEVAL_RESULTS_FOLDER: four cases, two metrics that ask no model."""
from deepeval import evaluate
from deepeval.evaluate.configs import AsyncConfig, DisplayConfig, ErrorConfig
from deepeval.metrics import BaseMetric, ExactMatchMetric
from deepeval.test_case import LLMTestCase


class Short(BaseMetric):
    """Fails to run on what has a question mark in it."""

    async_mode = False
    threshold = 0.5

    def measure(self, case, *args, **kwargs):
        if '?' in case.actual_output:
            raise RuntimeError('the judge is down')
        self.score = 1.0 if len(case.actual_output) < 6 else 0.0
        self.success, self.reason = self.score >= self.threshold, 'its length'
        return self.score

    async def a_measure(self, case, *args, **kwargs):
        return self.measure(case)

    def is_successful(self):
        return self.success

    @property
    def __name__(self):
        return 'Short'


cases = [
    LLMTestCase(input='What colour is the sky?', actual_output='blue', expected_output='blue'),
    LLMTestCase(input='What colour is grass?', actual_output='green and some more', expected_output='green and some more', name='grass'),
    LLMTestCase(input='What colour is a storm?', actual_output='grey?', expected_output='grey?'),
    LLMTestCase(input='What colour is the sea?', actual_output='teal?', expected_output='blue'),
]
evaluate(
    test_cases=cases,
    metrics=[Short(), ExactMatchMetric()],
    async_config=AsyncConfig(run_async=False),
    error_config=ErrorConfig(ignore_errors=True),
    display_config=DisplayConfig(show_indicator=False, print_results=False),
)
