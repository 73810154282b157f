// Package train holds the trainers of models; each folder is a program.
package train
