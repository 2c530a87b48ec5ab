// What happens where what is printed goes nowhere: nobody reads it any more, or the disk that it goes to is full.
import { EXIT } from '../core/exit-code.ts';
import { describeDiskError } from './write-whole.ts';

/** From now on such output ends the process, or is let go, as the exit codes promise. */
export function exitWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough (`| head`) is no error; the verdict still comes out as the exit code.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      // What was to be read is lost: that is no pass, and no bug either.
      const says = describeDiskError({ code: error.code, path: 'the output' });
      if (stream === process.stdout && says !== undefined) process.stderr.write(`${says}\n`);
      process.exit(says === undefined ? EXIT.bug : EXIT.usage);
    });
  }
}
