"""A real llama.cpp server on 127.0.0.1: serve.py MODEL.gguf PORT CONTEXT SLOTS [TEMPLATE]. Prints where it listens."""

import os
import signal
import sys

import xllamacpp

model, port, context, slots = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
params = xllamacpp.CommonParams()
params.model.path = model
params.hostnames = ["127.0.0.1"] if isinstance(params.hostnames, list) else params.hostnames
params.port = port
params.model_alias = ["smollm2-135m"] if isinstance(params.model_alias, list) else {"smollm2-135m"}
params.n_ctx = context
params.n_parallel = slots
params.cpuparams.n_threads = int(os.environ.get("THREADS", "2"))
params.cpuparams_batch.n_threads = int(os.environ.get("THREADS", "2"))
params.ui = False
if len(sys.argv) > 5:
    with open(sys.argv[5], encoding="utf-8") as file:
        params.chat_template = file.read()
server = xllamacpp.Server(params)
print("listening at", server.listening_address, flush=True)
signal.pause()
