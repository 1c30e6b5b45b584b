/** Starts the programs that the tools call. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export const ROOT = join(import.meta.dirname, '..');

/** The JavaScript file behind each command of a dependency: no shell, and so one way on every platform. */
const COMMANDS = {
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
  'web-ext': 'web-ext/bin/web-ext.js',
  wxt: 'wxt/bin/wxt.mjs',
} as const;
export type Command = keyof typeof COMMANDS;

export type Ended = {
  /** 0 is success; 127 stands for a program that could not be started, as in a shell. */
  readonly code: number;
  /** What it wrote; empty when that was shown instead. */
  readonly stdout: string;
  readonly stderr: string;
};

/** `show` lets the program write to the terminal; `keep` collects what it writes. */
export type Output = 'show' | 'keep';

/** Runs a program in the project's folder to its end. Never rejects. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  output: Output,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  return new Promise((resolve) => {
    const streams = output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(program, parameters, {
      cwd: ROOT,
      env,
      stdio: ['ignore', streams, streams],
    });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.on('error', (error) => {
      resolve({ code: 127, stdout: '', stderr: error.message });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, stdout: stdout(), stderr: stderr() });
    });
  });
}

/** Gathers what a stream brings; the text so far. A stream that is shown is null. */
function collect(stream: Readable | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Runs one of our tools or a script by its path below the project's folder. */
export function runScript(
  path: string,
  parameters: readonly string[],
  output: Output,
  env?: NodeJS.ProcessEnv,
): Promise<Ended> {
  return runProgram(process.execPath, [join(ROOT, path), ...parameters], output, env);
}

/** Runs a command that a dependency brings. */
export function runCommand(
  command: Command,
  parameters: readonly string[],
  output: Output,
  env?: NodeJS.ProcessEnv,
): Promise<Ended> {
  return runScript(join('node_modules', COMMANDS[command]), parameters, output, env);
}
