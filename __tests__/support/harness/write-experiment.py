"""python write-experiment.py TOOL FILE: one experiment as an evaluation platform writes it.

Four questions: one answered right, one wrong, one whose task fails, one on which the evaluator `length` fails. `correct` scores all
that ran, and where the tool lets it what did not run, too. No model, no key, no network, but for Phoenix, whose server has to run on
this machine (PHOENIX_URL). Stack traces are left out of what is written: they name folders.
"""
import json
import os
import re
import sys

QUESTIONS = ["What colour is the sky?", "What colour is the sea?", "What colour is a storm?", "boom: what colour?"]


def answer(question):
    if "storm" in question:
        raise RuntimeError("provider down")
    return "It is blue." if "sky" in question else "It is green."


def count(question, text):
    if "boom" in question:
        raise ValueError("the evaluator broke")
    return len(text)


def plain(value):
    for name in ("model_dump", "as_dict"):
        if hasattr(value, name):
            return getattr(value, name)(**({"mode": "json"} if name == "model_dump" else {}))
    return vars(value) if hasattr(value, "__dict__") else str(value)


def without_traces(text):
    text = re.sub(r'("(?:error_stacktrace|exc_info)": )"(?:[^"\\]|\\.)*"', r"\1null", text)
    return re.sub(r"(?:\\n|\n)*Traceback \(most recent call last\)(?:[^\"\\]|\\.|\"\")*", "", text)


def write(file, text):
    with open(file, "w") as out:
        out.write(without_traces(text))


def langsmith(file):
    import datetime
    import uuid

    os.environ["LANGSMITH_TRACING"] = "false"
    from langsmith import evaluate
    from langsmith.schemas import Example

    examples = [
        Example(
            id=uuid.UUID(int=index + 1),
            inputs={"question": question},
            outputs={"answer": "It is blue."},
            dataset_id=uuid.UUID(int=7),
            created_at=datetime.datetime(2026, 1, 1),
            metadata={"group": "colours"},
        )
        for index, question in enumerate(QUESTIONS)
    ]

    def correct(outputs, reference_outputs):
        return outputs.get("answer") == reference_outputs["answer"]

    def length(inputs, outputs):
        return {"key": "length", "score": count(inputs["question"], outputs["answer"])}

    results = evaluate(
        lambda inputs: {"answer": answer(inputs["question"])}, data=examples, evaluators=[correct, length], upload_results=False
    )
    frame = results.to_pandas()
    # As they are, pandas writes ids of this type as JSON only with an error.
    frame["id"], frame["example_id"] = frame["id"].astype(str), frame["example_id"].astype(str)
    write(file, frame.to_csv() if file.endswith(".csv") else json.dumps(list(results), default=plain))


def langfuse(file):
    from langfuse import Evaluation, Langfuse

    client = Langfuse(public_key="pk", secret_key="sk", host="http://127.0.0.1:9")
    result = client.run_experiment(
        name="colours",
        data=[{"input": {"question": question}, "expected_output": "It is blue."} for question in QUESTIONS],
        task=lambda *, item, **_: answer(item["input"]["question"]),
        evaluators=[
            lambda *, output, expected_output, **_: Evaluation(name="correct", value=output == expected_output),
            lambda *, input, output, **_: Evaluation(name="length", value=count(input["question"], output)),
        ],
    )
    write(file, json.dumps([vars(one) for one in result.item_results], default=plain))
    sys.stdout.flush()
    # It would go on trying to reach the server.
    os._exit(0)


def langfuse_items(file):
    """What the API answers, as the SDK's own types write it: there is no server here."""
    import datetime

    from langfuse.api import ExperimentItem, ExperimentItemsResponse, ExperimentsResponseMeta

    time = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)

    def score(name, kind, value):
        about = {"id": f"s-{name}", "project_id": "p", "source": "API", "timestamp": time, "environment": "default"}
        return {**about, "created_at": time, "updated_at": time, "name": name, "data_type": kind, "value": value}

    items = []
    for index, question in enumerate(QUESTIONS):
        failed = "storm" in question
        said = None if failed else answer(question)
        scores = [score("correct", "BOOLEAN", said == "It is blue."), score("tone", "CATEGORICAL", "calm")]
        if not failed and "boom" not in question:
            scores.append(score("length", "NUMERIC", len(said)))
        items.append(
            ExperimentItem.model_validate(
                {
                    "id": f"o{index}",
                    "trace_id": f"t{index}",
                    "start_time": time,
                    "level": "ERROR" if failed else "DEFAULT",
                    "environment": "default",
                    "experiment_id": "e1",
                    "experiment_name": "first",
                    "experiment_item_id": f"item-{index + 1}",
                    "input": {"question": question},
                    "output": said,
                    "expected_output": "It is blue.",
                    "experiment_item_metadata": {"group": "colours"},
                    "scores": scores,
                }
            )
        )
    meta = ExperimentsResponseMeta.model_construct()
    write(file, ExperimentItemsResponse.model_construct(data=items, meta=meta).json())


def mlflow(file):
    import mlflow as ml
    from mlflow.genai import scorer

    ml.set_tracking_uri(f"sqlite:///{os.path.abspath('mlflow.db')}")
    ml.set_experiment("colours")

    @scorer
    def correct(outputs, expectations):
        return outputs == expectations["expected_response"]

    @scorer
    def length(inputs, outputs):
        return count(inputs["question"], outputs)

    data = [{"inputs": {"question": question}, "expectations": {"expected_response": "It is blue."}} for question in QUESTIONS]
    frame = ml.genai.evaluate(data=data, predict_fn=answer, scorers=[correct, length]).result_df
    # What is traced says it all again, with this machine's paths.
    frame = frame.drop(columns=["trace", "trace_metadata", "tags", "spans", "assessments"])
    write(file, frame.to_csv() if file.endswith(".csv") else frame.to_json(orient="records", default_handler=str))


def phoenix(file):
    import httpx
    from phoenix.client import Client

    base = os.environ["PHOENIX_URL"]
    client = Client(base_url=base)
    inputs = [{"question": question} for question in QUESTIONS]
    dataset = client.datasets.create_dataset(
        name=os.path.basename(file), inputs=inputs, outputs=[{"answer": "It is blue."}] * 4, metadata=[{"group": "colours"}] * 4
    )

    def correct(output, expected):
        return output == expected["answer"]

    def length(input, output):
        return count(input["question"], output)

    ran = client.experiments.run_experiment(
        dataset=dataset, task=lambda input: answer(input["question"]), evaluators=[correct, length], repetitions=2, retries=0
    )
    form = file.rsplit(".", 1)[1]
    write(file, httpx.get(f"{base}/v1/experiments/{ran['experiment_id']}/{form}").text)


def braintrust(file):
    from braintrust import Eval

    result = Eval(
        "colours",
        data=[{"input": question, "expected": "It is blue.", "metadata": {"group": "colours"}} for question in QUESTIONS],
        task=answer,
        scores=[
            lambda input, output, expected: {"name": "correct", "score": float(output == expected)},
            lambda input, output, expected: {"name": "length", "score": min(1, count(input, output) / 20)},
        ],
        no_send_logs=True,
    )
    write(file, json.dumps(result.results, default=lambda one: repr(one) if isinstance(one, Exception) else plain(one)))


def pydantic_evals(file):
    from dataclasses import dataclass

    from pydantic_evals import Case, Dataset
    from pydantic_evals.evaluators import Evaluator
    from pydantic_evals.reporting import EvaluationReportAdapter

    @dataclass
    class Colour(Evaluator):
        def evaluate(self, ctx):
            return {"correct": ctx.output == "It is blue.", "length": float(count(ctx.inputs, ctx.output)), "tone": "calm"}

    def case(question):
        named = {"sky": "sky", "sea": "sea"}
        name = next((word for word in named if word in question), None)
        return Case(name=name, inputs=question, metadata={"group": "colours"} if name else None)

    report = Dataset(name="colours", cases=[case(question) for question in QUESTIONS], evaluators=[Colour()]).evaluate_sync(
        answer, progress=False, repeat=2
    )
    write(file, EvaluationReportAdapter.dump_json(report).decode())


def ragas(file):
    from dataclasses import dataclass, field

    from ragas import EvaluationDataset, SingleTurnSample, evaluate
    from ragas.metrics._string import ExactMatch
    from ragas.metrics.base import MetricType, SingleTurnMetric

    @dataclass
    class Harmfulness(SingleTurnMetric):
        name: str = "harmfulness"
        _required_columns: dict = field(default_factory=lambda: {MetricType.SINGLE_TURN: {"user_input", "response"}})

        def init(self, run_config):
            pass

        async def _single_turn_ascore(self, sample, callbacks):
            return int(count(sample.user_input, sample.response) > 11)

    # A sample has its answer already: none of them can fail here.
    samples = [
        SingleTurnSample(user_input=question, response=answer(question), reference="It is blue.", retrieved_contexts=["The sky is blue."])
        for question in QUESTIONS
        if "storm" not in question
    ]
    metrics = [ExactMatch(), Harmfulness()]
    frame = evaluate(EvaluationDataset(samples=samples), metrics=metrics, raise_exceptions=False, show_progress=False).to_pandas()
    write(file, frame.to_csv() if file.endswith(".csv") else frame.to_json())


def azure(file):
    from azure.ai.evaluation import F1ScoreEvaluator, evaluate

    class Correct:
        def __init__(self):
            pass

        def __call__(self, *, query, response, ground_truth):
            count(query, response)
            return {"correct": response == ground_truth}

    with open("azure.jsonl", "w") as out:
        for question in QUESTIONS:
            if "storm" not in question:
                row = {"query": question, "response": answer(question), "ground_truth": "It is blue."}
                out.write(json.dumps(row) + "\n")
    result = evaluate(data="azure.jsonl", evaluators={"f1": F1ScoreEvaluator(), "verdict": Correct()}, output_path="azure.json")
    write(file, json.dumps(result))


def helm(folder):
    """A run's two files by HELM's own types and as its runner writes them: its scenarios are other people's texts."""
    from helm.benchmark.adaptation.adapter_spec import AdapterSpec
    from helm.benchmark.adaptation.request_state import RequestState
    from helm.benchmark.adaptation.scenario_state import ScenarioState
    from helm.benchmark.augmentations.lowercase_perturbation import LowerCasePerturbation
    from helm.benchmark.metrics.metric import PerInstanceStats
    from helm.benchmark.metrics.metric_name import MetricName
    from helm.benchmark.metrics.statistic import Stat
    from helm.benchmark.scenarios.scenario import Input, Instance
    from helm.common.general import asdict_without_nones
    from helm.common.request import GeneratedOutput, Request, RequestResult

    lower = LowerCasePerturbation().description
    asked = [(question, f"id{index}", None) for index, question in enumerate(QUESTIONS)]
    asked.append((QUESTIONS[0].lower(), "id0", lower))
    states, scored = [], []
    for question, name, perturbation in asked:
        instance = Instance(Input(text=question), references=[], split="test", id=name, perturbation=perturbation)
        request = Request(model="simple/model1", model_deployment="simple/model1", prompt=f"Question: {question}\nAnswer:")
        failed = "storm" in question
        said = [] if failed else [GeneratedOutput(text=answer(question), logprob=0, tokens=[])]
        result = RequestResult(success=not failed, embedding=[], completions=said, cached=False, error="down" if failed else None)
        states.append(RequestState(instance, None, None, 0, None, request, result, 0, False))
        if failed:
            continue
        stats = [Stat(MetricName("correct", split="test", perturbation=perturbation)).add(float("sky" in question))]
        if "boom" not in question:
            stats.append(Stat(MetricName("length", split="test")).add(len(said[0].text)))
        scored.append(PerInstanceStats(name, perturbation, 0, stats))
    os.makedirs(folder, exist_ok=True)
    state = ScenarioState(AdapterSpec(model="simple/model1", model_deployment="simple/model1"), states)
    write(f"{folder}/scenario_state.json", json.dumps(asdict_without_nones(state), indent=2))
    write(f"{folder}/per_instance_stats.json", json.dumps(list(map(asdict_without_nones, scored)), indent=2))


if __name__ == "__main__":
    globals()[sys.argv[1]](sys.argv[2])
