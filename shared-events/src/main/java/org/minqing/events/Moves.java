package org.minqing.events;

/**
 * An event from whose day on its stream lies in another place, or belongs to another organisation: whoever is responsible
 * there from now on is not who was before. Of all other events but the one that begins the stream, place and organisation
 * are those of the event alone.
 */
public interface Moves {}
