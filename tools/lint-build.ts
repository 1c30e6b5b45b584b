/** Mozilla's linter over the Firefox build, as its store runs it. */
import * as v from 'valibot';
import { runCommand } from './run-command.ts';

const Finding = v.object({
  code: v.string(),
  message: v.string(),
  file: v.optional(v.nullable(v.string())),
});
const Report = v.object({
  errors: v.array(Finding),
  warnings: v.array(Finding),
  notices: v.array(Finding),
});

/** Prints every finding. Code 0 when there is no error and no warning; notices do not count. */
export async function lintBuild(extension: string): Promise<{ readonly code: 0 | 1 }> {
  const { stdout, stderr } = await runCommand(
    'web-ext',
    ['lint', '--source-dir', extension, '--output', 'json', '--no-config-discovery'],
    'keep',
  );
  const report = v.safeParse(Report, parseJson(stdout));
  if (!report.success) {
    console.log(stdout, stderr);
    return { code: 1 };
  }
  const { errors, warnings, notices } = report.output;
  for (const [kind, findings] of Object.entries({
    error: errors,
    warning: warnings,
    notice: notices,
  })) {
    for (const { code, message, file } of findings) {
      console.log(`${kind}: ${file ?? 'manifest.json'}: ${code}: ${message}`);
    }
  }
  console.log(
    `${String(errors.length)} errors, ${String(warnings.length)} warnings, ${String(notices.length)} notices`,
  );
  return { code: errors.length + warnings.length === 0 ? 0 : 1 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
