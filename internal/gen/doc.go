// Package gen holds the generators of tables; each folder is a program.
package gen
