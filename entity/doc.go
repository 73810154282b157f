// Package entity finds the people, organisations, places and products that a
// text is about, and gives the same thing the same ID in every language and
// script: Putin, Путіну, Πούτιν and Pútín are one entity.
package entity
