import process from 'node:process'

// `node --import` this before a program that ends with process.exit: where it merely stops, because something it waits for
// never comes (docs/decisions/010-what-loads-the-code.md), the exit code says so.
process.exitCode = 75
