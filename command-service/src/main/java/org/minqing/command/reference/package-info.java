/**
 * How streams read that a command refers to: pure folds, each of a stream's own events alone, in the order of the log.
 * Days are the world's: a fold answers what held on a day, late and corrected events included.
 */
package org.minqing.command.reference;
