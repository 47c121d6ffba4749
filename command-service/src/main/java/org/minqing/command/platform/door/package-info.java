/**
 * The door: HTTP requests come in, problems and receipts go out; it puts the house together and touches only settings, schemas and
 * the desk.
 */
package org.minqing.command.platform.door;
