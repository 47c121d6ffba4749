/**
 * The demonstration year: plain tables under {@code /demonstration}, turned into commands and sent through the command
 * side's own path on a simulated clock.
 */
package org.minqing.standalone.demonstration;
