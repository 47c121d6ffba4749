/**
 * Why a command was not taken: comes in as a rule broken or an exception, goes out as a status, a code and errors with
 * pointers, and touches nothing.
 */
package org.minqing.command.platform.refusal;
