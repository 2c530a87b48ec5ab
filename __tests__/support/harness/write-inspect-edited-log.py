"""Writes one .eval log as Inspect itself writes it, then as its own tools leave it: ids with slashes, as HumanEval's are, and one sample
of three declared invalid. `python write-inspect-edited-log.py FILE.eval`; needs inspect_ai 0.3.150 or newer.
"""
import os
import sys
import tempfile

from inspect_ai import Task, eval as run
from inspect_ai.dataset import Sample
from inspect_ai.log import ProvenanceData, invalidate_samples, read_eval_log, write_eval_log
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import includes
from inspect_ai.solver import generate

outputs = [ModelOutput.from_content('mockllm/model', 'It is blue.') for _ in range(3)]
for output in outputs:
    # Said, so that no vocabulary has to be fetched to count tokens.
    output.usage = ModelUsage(input_tokens=1, output_tokens=1, total_tokens=2)
samples = [Sample(id=f'HumanEval/{n}', input=f'Which colour is thing {n}?', target=t) for n, t in enumerate(['blue', 'red', 'blue'])]
task = Task(dataset=samples, solver=[generate()], scorer=includes(), name='code')
with tempfile.TemporaryDirectory() as folder:
    model = get_model('mockllm/model', custom_outputs=outputs)
    run(task, model=model, log_dir=folder, log_format='eval', display='none', max_connections=1, max_samples=1)
    log = read_eval_log(os.path.join(folder, os.listdir(folder)[0]))
last = [sample.uuid for sample in log.samples if sample.id == 'HumanEval/2']
write_eval_log(invalidate_samples(log, last, ProvenanceData(author='someone', reason='the tool was down')), sys.argv[1])
