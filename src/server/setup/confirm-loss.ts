import { createInterface } from 'node:readline/promises'
import { say } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'

/** Payload's commands that drop tables or columns with all that is in them. */
const losing = ['migrate:down', 'migrate:fresh', 'migrate:refresh', 'migrate:reset']

/** Whether a command line for Payload's program would lose content. */
export function losesContent(command: string[]): boolean {
  return command.some((word) => losing.includes(word.toLowerCase()))
}

/**
 * Lets only those pass who type the database's name at a terminal.
 * @param terminal null if nobody sits at one
 * @throws StartError for everybody else, saying how to go back without a loss
 */
export async function confirmLoss(options: {
  command: string
  databaseUrl: string
  terminal: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream } | null
}): Promise<void> {
  const { command, databaseUrl, terminal } = options
  const name = databaseUrl ? decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) : ''
  const warning = say({
    da: `»${command}« sletter indhold i databasen ${name}, og det kan ikke fortrydes.\n${wayBack()}`,
    en: `\`${command}\` deletes content of the database ${name}, which cannot be undone.\n${wayBack()}`,
  })
  if (!terminal || !name) throw new StartError(warning)
  const lines = createInterface(terminal)
  const typed = await lines.question(
    `${warning}\n${say({ da: 'Skriv databasens navn for at gøre det alligevel: ', en: "Type the database's name to do it anyway: " })}`,
  )
  lines.close()
  if (typed.trim() !== name) throw new StartError(say({ da: 'Intet er ændret.', en: 'Nothing was changed.' }))
}

function wayBack(): string {
  return say({
    da: 'Tilbage til en ældre udgave kommer man med den sikkerhedskopi, som den har lavet: docs/operating/backup.md.',
    en: 'The way back to an older release is the backup that it made: docs/operating/backup.md.',
  })
}
