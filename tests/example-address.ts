import type { AddressKind } from '../src/domain/addresses.ts'

/** An address of a kind. */
export const exampleAddress = ({ path }: AddressKind): string => path.replace(/:\w+/, 'x').replace('*', 'x/y')
