/** Whose access tokens are good here, for how long, and what this service says of itself to whoever wants one. It knows no domain. */
package org.minqing.edge.token;
