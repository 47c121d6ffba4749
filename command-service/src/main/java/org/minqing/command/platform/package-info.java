/**
 * What all commands share. An aggregate is a {@link org.minqing.command.platform.StreamAggregate}: a fold of what stands of its
 * stream, and {@code check(event)}, which says whether an event may follow that; of a process a table of steps says it, {@link
 * org.minqing.command.platform.ProcessAggregate}. A command is a record that says what it {@link
 * org.minqing.command.platform.Makes}; its method {@code handle(Command, DecisionContext)} looks up what it refers to, makes the event
 * and enters it. Both are found by scanning, and nothing is registered. What a record's annotations say ({@link
 * org.minqing.command.platform.Ref}, {@link org.minqing.command.platform.DivisionCode}, {@link
 * org.minqing.command.platform.Text}, {@link org.minqing.command.platform.ReasonField}, Bean Validation) is judged before the
 * handler is asked, in the order of the contract; its JSON, its schema and its sealing follow from the record alone.
 *
 * <p>{@code Void} and {@code Correct} need no code in a feature: rights and fields are those of the command that made the event,
 * and {@code StreamRoot} judges the story again without it, or with what its command makes of the fields as they are now. A
 * feature says only what lies outside its stream, {@link org.minqing.command.platform.StreamAggregate#requireAmendable}, and what
 * follows elsewhere, {@link org.minqing.command.platform.Policy#whenAmended}.
 *
 * <p>The way of a command: {@code CommandEndpoint} or {@code Bulk} -> {@link org.minqing.command.platform.CommandDesk}
 * (key, attempts) -> {@code CommandDraft} (JSON to record) -> {@code Judgement} (404, 403, 422, 412) -> {@code Dispatcher} ->
 * Axon -> {@code StreamRoot} -> the aggregate -> the log.
 */
@NullMarked
package org.minqing.command.platform;

import org.jspecify.annotations.NullMarked;
