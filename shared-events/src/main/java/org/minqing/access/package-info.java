/** Who may do what: the one policy, which both services are driven by. */
package org.minqing.access;
