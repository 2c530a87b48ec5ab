#!/usr/bin/env bash
# Puts what is published into OUT: the package, a list of what went into it (CycloneDX), and checksums of both.
set -euo pipefail

mkdir -p "$OUT"
npm pack --silent --pack-destination "$OUT" >/dev/null
npm sbom --sbom-format cyclonedx --sbom-type application > "$OUT/sbom.cdx.json"
cd "$OUT"
sha256sum -- *.tgz sbom.cdx.json > SHA256SUMS
cat SHA256SUMS
