/** The security log: who came in, who was turned away, whose rights changed, told so that nobody is named and nobody can flood it. */
package org.minqing.edge.watch;
