/**
 * A command on its way: JSON or a record with a sender comes in, a receipt or a refusal goes out, after 404, 403, 422 and 412 were
 * judged; it touches the log through Axon's bus, and the keys of personal data.
 */
package org.minqing.command.platform.desk;
