/**
 * Takes one event of a feature and the state so far; gives the next state, signed facts, tasks and subjects; touches nothing,
 * since what a feature plugs in here runs again on every rebuild.
 */
package org.minqing.query.platform.view;
