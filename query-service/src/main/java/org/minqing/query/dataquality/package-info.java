/**
 * Data-quality rules: what in the records of a period somebody should look at before it is sealed. Most are SQL alone; what is
 * sealed is opened while the question lasts, compared and forgotten.
 */
package org.minqing.query.dataquality;
