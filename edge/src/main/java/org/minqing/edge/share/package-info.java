/** Fair shares: how often one caller may ask, and how much is done for each at the same time. */
@org.jspecify.annotations.NullMarked
package org.minqing.edge.share;
