/** The component that says what a row or a block is called. `kind`: what one of them is called, in the singular. */
export const rowName = (kind: unknown, isBlock = false) => ({
  path: '/src/admin/writing/row-name.tsx#RowName',
  clientProps: { kind, isBlock },
})
