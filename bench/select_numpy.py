# Greedy k-center with numpy, for comparison only: python3 select_numpy.py COUNT DIMENSIONS SIZE WEIGHTED(0|1)
import json
import resource
import sys
import time

import numpy as np

count, dimensions, size, weighted = (int(argument) for argument in sys.argv[1:5])
random = np.random.default_rng(12345)
hubs = random.standard_normal((2000, dimensions), dtype=np.float32)
rows = hubs[random.integers(0, 2000, count)]
for start in range(0, count, 8192):
    block = rows[start : start + 8192]
    block += 0.6 * random.standard_normal(block.shape, dtype=np.float32)
    block /= np.linalg.norm(block, axis=1, keepdims=True)
weights = random.random(count, dtype=np.float32) * 3 if weighted else np.ones(count, dtype=np.float32)

begin = time.perf_counter()
nearest = np.full(count, 2, dtype=np.float32)
for _ in range(size):
    best = int(np.argmax(weights * nearest))
    distance = np.sqrt(np.maximum(0, 2 - 2 * (rows @ rows[best])))
    np.minimum(nearest, distance, out=nearest)
    nearest[best] = -1
seconds = time.perf_counter() - begin
print(json.dumps({"seconds": seconds, "peakMiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
