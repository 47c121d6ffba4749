/**
 * What all commands share. An aggregate is a {@link org.minqing.command.platform.decision.StreamAggregate}: a fold of what stands of its
 * stream, and {@code check(event)}, which says whether an event may follow that; of a process a table of steps says it, {@link
 * org.minqing.command.platform.decision.ProcessAggregate}. A command is a record that says what it {@link
 * org.minqing.command.platform.form.MadeEvents}; its method {@code handle(Command, DecisionContext)} looks up what it refers to, makes the event
 * and enters it. Both are found by scanning, and nothing is registered. What a record's annotations say ({@link
 * org.minqing.command.platform.form.Ref}, {@link org.minqing.command.platform.form.DivisionCode}, {@link
 * org.minqing.command.platform.form.Text}, {@link org.minqing.command.platform.form.ReasonField}, Bean Validation) is judged before the
 * handler is asked, in the order of the contract; its JSON, its schema and its sealing follow from the record alone.
 *
 * <p>{@code Void} and {@code Correct} need no code in a feature: rights and fields are those of the command that made the event,
 * and {@code StreamRoot} judges the story again without it, or with what its command makes of the fields as they are now. A
 * feature says only what lies outside its stream, {@link org.minqing.command.platform.decision.StreamAggregate#requireAmendable}, and what
 * follows elsewhere, {@link org.minqing.command.platform.policy.Policy#whenAmended}.
 *
 * <p>The way of a command: {@code CommandEndpoint} or {@code Bulk} -> {@link org.minqing.command.platform.desk.CommandDesk}
 * (key, attempts) -> {@code CommandDraft} (JSON to record) -> {@code Judgement} (404, 403, 422, 412) -> {@code Dispatcher} ->
 * Axon -> {@code StreamRoot} -> the aggregate -> the log.
 *
 * <p>Its rooms, each of which may use those before it: {@code refusal}, {@code readside}, {@code history}, {@code form},
 * {@code decision}, {@code type}, {@code stream}, {@code desk}, {@code policy}, {@code door}.
 */
package org.minqing.command.platform;
