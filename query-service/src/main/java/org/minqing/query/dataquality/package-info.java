/**
 * Data-quality rules: what in the records of a period somebody should look at before it is sealed. What is sealed is never
 * compared, so no rule finds the same diary text under two names or a citizen number in two households; many diary entries of
 * one cadre on one day stand in for copied ones.
 */
@NullMarked
package org.minqing.query.dataquality;

import org.jspecify.annotations.NullMarked;
