// Package lid is the model of language identification: what the trainer and
// package lang share.
//
// A text becomes a bag of hashed character n-grams of one to five letters
// that stay inside a word, with the edges of words as letters, and one hash
// for each whole word; of a longer text those of three and five letters will
// do. Each hash picks a row of small numbers; their mean goes
// through one linear layer and a softmax. This is the linear classifier of
// Joulin et al., "Bag of Tricks for Efficient Text Classification" (2017),
// with rows of four-bit numbers that are summed many at a time in ordinary
// integers.
//
// Writing systems come first: a text is judged by its main writing system
// alone, and only the languages written in it compete.
package lid
