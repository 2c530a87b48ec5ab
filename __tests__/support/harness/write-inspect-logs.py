"""Writes Inspect logs as Inspect itself writes them, with its own mock model: JSON and .eval, into the folder given.

Four samples, two epochs. One sample raises an error, one is not scored by `exact` (NaN), `parts` gives a table of values.
"""
import math
import sys

from inspect_ai import Task, eval as run
from inspect_ai.dataset import Sample
from inspect_ai.model import ChatMessageSystem, ChatMessageUser, ContentText, ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import Score, Target, mean, scorer, includes
from inspect_ai.solver import Generate, TaskState, generate, solver


@scorer(metrics=[mean()])
def exact():
    async def score(state: TaskState, target: Target) -> Score:
        if 'sea' in state.input_text:
            return Score(value=math.nan, explanation='not scored')
        return Score(value=1.0 if target.text in state.output.completion else 0.0)

    return score


@scorer(metrics={'kind': [mean()], 'true': [mean()]})
def parts():
    async def score(state: TaskState, target: Target) -> Score:
        return Score(value={'kind': 1, 'true': 0.5})

    return score


@solver
def fails_at_times():
    async def solve(state: TaskState, generate: Generate) -> TaskState:
        if 'storm' in state.input_text:
            raise RuntimeError('the tool is down')
        return state

    return solve


SAMPLES = [
    Sample(id='sky', input='What colour is the sky?', target='blue', metadata={'group': 'colours'}),
    Sample(id='sea', input='What colour is the sea?', target='green', metadata={'group': 'colours'}),
    Sample(id='storm', input='What colour is a storm?', target='grey'),
    Sample(
        id=4,
        input=[
            ChatMessageSystem(content='Be terse.'),
            ChatMessageUser(content=[ContentText(text='What colour'), ContentText(text='is grass?')]),
        ],
        target='green',
    ),
]


def main(folder: str) -> None:
    for form in ('json', 'eval'):
        outputs = [ModelOutput.from_content('mockllm/model', a) for a in ['It is blue.', 'It is green.'] * 20]
        for output in outputs:
            # Said, so that newer versions need not count tokens, for which they would fetch a vocabulary.
            output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
        model = get_model('mockllm/model', custom_outputs=outputs)
        task = Task(dataset=SAMPLES, solver=[fails_at_times(), generate()], scorer=[includes(), exact(), parts()], name='colours')
        run(task, model=model, epochs=2, fail_on_error=False, log_dir=f'{folder}/{form}', log_format=form,
            display='none', max_connections=1, max_samples=1)


main(sys.argv[1])
