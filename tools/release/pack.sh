#!/usr/bin/env bash
# Puts what is published into OUT: the package, a list of what went into it (CycloneDX), and checksums of both. The package
# names its own release in the workflows that `spec-gate init` copies; the commit, which cannot, names the one before.
# TAG: v1.2.3.
set -euo pipefail

mkdir -p "$OUT"
"$(dirname "$0")/write-pins.sh"
npm pack --silent --pack-destination "$OUT" >/dev/null
npm sbom --sbom-format cyclonedx --sbom-type application > "$OUT/sbom.cdx.json"
git checkout --quiet -- .
cd "$OUT"
sha256sum -- *.tgz sbom.cdx.json > SHA256SUMS
cat SHA256SUMS
