// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import static org.meterwright.exchange.compare.Impact.BREAKING;
import static org.meterwright.exchange.compare.Impact.INVISIBLE;
import static org.meterwright.exchange.compare.Impact.TEXT;
import static org.meterwright.exchange.compare.Impact.VISIBLE;

import java.util.Locale;

/**
 * Every kind of change, with what it means for a head-end and why. Ids are stable. What no client can see or is told of is invisible,
 * whatever its kind says.
 */
public enum ChangeKind {
	OBJECT_REMOVED(1, BREAKING, "object removed", "A client that asks for it gets object-undefined."),
	OBJECT_ADDED(2, VISIBLE, "object added", "Clients that do not know it do not ask for it."),
	LOGICAL_NAME(3, BREAKING, "object has another logical name", "A client that asks under the former logical name gets object-undefined."),
	OBJECT_CLASS(4, BREAKING, "another interface class under the same logical name", "A request names the class, and attributes of another class mean something else."),
	VERSION_EXTENDED(5, VISIBLE, "class version changed, what was there stays",
			"Every attribute and method of the former version is there with the same type; only the version in the object list is another."),
	VERSION_CHANGED(6, BREAKING, "class version changed", "An attribute or method of the former version is missing or is coded otherwise."),
	INTERNAL_FLAG(7, INVISIBLE, "marked internal, or no longer", "What a client sees is said by the object lists, whose entries are compared by themselves."),
	PASSIVE_PAIR(8, VISIBLE, "passive and active pair changed", "Other values become active at the activation time."),
	KEY_SLOT(9, INVISIBLE, "key slot changed", "Clients do not see slots; production has to put the key elsewhere."),

	ATTRIBUTE_REMOVED(20, BREAKING, "attribute removed", "A client that asks for it gets object-unavailable."),
	ATTRIBUTE_ADDED(21, VISIBLE, "attribute added", "Clients that do not know it do not ask for it."),
	TYPE_CHANGED(22, BREAKING, "type changed", "The value is coded otherwise: a client that expects the former type cannot decode it, or is refused when it writes."),
	TYPE_NARROWER(23, VISIBLE, "type allows less", "Every value that can come now could come before."),
	WRITES_NARROWER(24, BREAKING, "type allows less to be written", "A value that a client may have written is refused now."),
	TYPE_WIDER(25, VISIBLE, "type allows more", "What was possible still is; longer values or further codes may come."),
	CODES_SWAPPED(26, BREAKING, "codes mean something else", "A name moved to another code: a client takes one for the other."),
	SCALER_UNIT(27, BREAKING, "scaler or unit changed", "The same number is another quantity now."),
	VALUE(28, VISIBLE, "value changed", "Clients read another value of the same type."),
	FIRST_VALUE(29, VISIBLE, "first value changed", "A meter that is new, or that lost its memory, answers otherwise."),
	RANGE_NARROWER(30, BREAKING, "range narrower", "A value that a client may have written is refused now."),
	RANGE_WIDER(31, VISIBLE, "range wider", "What could be written still can."),
	LENGTH_SHORTER(32, BREAKING, "longest length shorter", "Contents that fitted before are refused or cut now."),
	LENGTH_LONGER(33, VISIBLE, "longest length longer", "What fitted still fits; longer contents may come."),
	STORAGE(34, INVISIBLE, "stored elsewhere", "Where a value is kept cannot be seen from outside."),
	RETENTION_LOST(35, VISIBLE, "no longer kept without power", "After a power failure the value is the first one again."),
	HANDLER(36, INVISIBLE, "another firmware function answers", "The name of a function in the firmware cannot be seen from outside."),
	WRITTEN_OUT(37, TEXT, "written out, or no longer", "It is what it was by default."),

	COLUMN_REMOVED(40, BREAKING, "capture column removed", "Rows of the buffer have another shape; what is stored is lost when columns change."),
	COLUMN_ADDED(41, BREAKING, "capture column added", "Rows of the buffer have another shape; a client that counts columns reads the wrong ones."),
	COLUMN_ORDER(42, BREAKING, "capture columns in another order", "Rows tell values by position alone."),
	CAPTURE_PERIOD(43, BREAKING, "capture period changed", "A row stands for another length of time."),
	PROFILE_SHORTER(44, BREAKING, "profile keeps fewer entries", "Rows are gone sooner: a client that reads as seldom as before misses some."),
	PROFILE_LONGER(45, VISIBLE, "profile keeps more entries", "What was kept still is."),
	SORTING(46, BREAKING, "profile sorted otherwise", "Selection by entry gives other rows."),

	PUSH_REMOVED(50, BREAKING, "push set-up removed", "Whoever receives it waits in vain."),
	PUSH_ADDED(51, VISIBLE, "push set-up added", "A receiver gets messages that it did not get before."),
	PUSH_ITEM_REMOVED(52, BREAKING, "pushed content removed", "A receiver that takes values by position decodes the wrong ones."),
	PUSH_ITEM_ADDED(53, BREAKING, "pushed content added", "A receiver that takes values by position decodes the wrong ones."),
	PUSH_ORDER(54, BREAKING, "pushed content in another order", "A receiver that takes values by position decodes the wrong ones."),
	PUSH_DESTINATION(55, BREAKING, "push goes elsewhere", "The receiver at the former place gets nothing, or cannot read the message."),
	PUSH_TIMING(56, VISIBLE, "push at other times, or tried again otherwise", "The same content comes sooner, later or more often."),
	PUSH_PROTECTION(57, BREAKING, "push protected otherwise", "A receiver that expects the former protection cannot read it or does not trust it."),

	SCRIPT_REMOVED(60, BREAKING, "script removed", "Executing its number is refused."),
	SCRIPT_ADDED(61, VISIBLE, "script added", "Nobody executes a number that is not known."),
	SCRIPT_CHANGED(62, BREAKING, "script does something else", "A client that executes the same number sets off something else."),
	SCHEDULE(64, VISIBLE, "schedule or calendar changed", "The same things happen at other times."),
	THRESHOLD(65, VISIBLE, "threshold or what follows it changed", "The meter reacts at another value or in another way."),
	SECURITY_SUITE(67, BREAKING, "security suite changed", "Other algorithms and keys: former requests cannot be deciphered."),
	SECURITY_POLICY(68, BREAKING, "security policy changed", "Requests protected as before may be refused, or responses come otherwise."),

	ASSOCIATION_REMOVED(70, BREAKING, "association removed", "The client cannot associate any more."),
	ASSOCIATION_ADDED(71, VISIBLE, "association added", "Further clients can associate; the others notice nothing."),
	CLIENT_ADDRESS(72, BREAKING, "client address changed", "A client that associates with the former address is not known."),
	ASSOCIATION_OBJECT(73, BREAKING, "association has another Association LN object", "A client that reads its object list there finds another one, or none."),
	CONTEXT(74, BREAKING, "application context changed", "The request to associate names another context and is refused."),
	MECHANISM(75, BREAKING, "authentication mechanism changed", "The request to associate names another mechanism and is refused."),
	SECURITY_SETUP(76, BREAKING, "another security setup", "Keys, suite and policy are those of another object."),
	SECRET_SLOT(77, INVISIBLE, "secret in another slot", "Clients do not see slots; production has to put the secret elsewhere."),
	SERVICE_REMOVED(78, BREAKING, "service no longer offered", "The conformance block is negotiated down: a client that needs the service fails."),
	SERVICE_ADDED(79, VISIBLE, "service offered", "A client that does not propose it does not get it."),
	PDU_SIZE(80, VISIBLE, "PDU size changed", "The size is told when associating, and clients keep to it."),
	PARTY(81, INVISIBLE, "association for another role", "Roles belong to the design; the rights are compared by themselves."),

	ENTRY_REMOVED(85, BREAKING, "object no longer shown", "The client gets object-undefined."),
	ENTRY_ADDED(86, VISIBLE, "object shown", "A client that does not know it does not ask for it."),
	READ_LOST(87, BREAKING, "read access lost", "Reading is refused."),
	READ_GAINED(88, VISIBLE, "read access gained", "What was possible still is."),
	WRITE_LOST(89, BREAKING, "write access lost", "Writing is refused."),
	WRITE_GAINED(90, VISIBLE, "write access gained", "What was possible still is."),
	CALL_LOST(91, BREAKING, "method access lost", "The method is refused."),
	CALL_GAINED(92, VISIBLE, "method access gained", "What was possible still is."),
	PROTECTION_ADDED(93, BREAKING, "more protection asked for", "A request protected as before is refused, or the response needs a key to read it."),
	PROTECTION_REMOVED(94, VISIBLE, "less protection asked for", "Requests as before still work; what was protected need not be any more."),
	SELECTOR_LOST(95, BREAKING, "access selector no longer offered", "A client that reads a part with it is refused."),
	SELECTOR_GAINED(96, VISIBLE, "access selector offered", "What was possible still is."),
	LIST_ORDER(97, VISIBLE, "object list in another order", "Clients find entries by class and logical name."),
	LIST_FORM(98, VISIBLE, "entry lists its members otherwise", "The rights are the same; members without access, or their order, differ."),

	EVENT_REMOVED(100, BREAKING, "event removed", "It is not logged or sent any more: whoever waits for it waits in vain."),
	EVENT_ADDED(101, VISIBLE, "event added", "Its code may appear in logs that did not have it."),
	EVENT_CODE(102, BREAKING, "event code changed", "Logs hold another code for the same thing."),
	EVENT_SOURCE(103, INVISIBLE, "event raised by somebody else", "Whether firmware or a reaction raises it cannot be seen from outside."),
	ALERT_REMOVED(105, BREAKING, "Alert removed", "Whoever waits for it waits in vain."),
	ALERT_ADDED(106, VISIBLE, "Alert added", "Recipients get a code that they did not get before."),
	ALERT_CODE(107, BREAKING, "Alert code changed", "Recipients take it for another Alert, or do not know it."),
	ALERT_CONTENT(108, BREAKING, "Alert carries something else", "Recipients that take its content by position decode the wrong values."),
	ALERT_FRAME(109, BREAKING, "Alert sent otherwise", "Message, protection, way or weight differ: recipients may refuse or overlook it."),
	ALERT_RECIPIENT_REMOVED(110, BREAKING, "Alert no longer sent to a role", "That recipient waits in vain."),
	ALERT_RECIPIENT_ADDED(111, VISIBLE, "Alert sent to a further role", "The others notice nothing."),
	ALERT_RAISING(112, VISIBLE, "other events or logs belong to the Alert", "It is sent on other occasions, or recorded elsewhere."),

	REACTION_REMOVED(115, BREAKING, "reaction removed", "What followed does not happen any more: whoever waits for it waits in vain."),
	REACTION_ADDED(116, VISIBLE, "reaction added", "Something follows that did not before."),
	TRIGGER(117, VISIBLE, "reaction has another trigger", "The same follows on another occasion."),
	GUARD(118, VISIBLE, "reaction held back otherwise", "A schedule decides whether it follows."),
	STEP_REMOVED(119, BREAKING, "step removed from a reaction", "It does not happen any more: whoever waits for it waits in vain."),
	STEP_ADDED(120, VISIBLE, "step added to a reaction", "Something follows that did not before."),
	STEP_ORDER(121, VISIBLE, "steps of a reaction in another order", "The same things happen, one before the other."),

	DEVICE_REMOVED(125, BREAKING, "logical device removed", "A client that associates with it is refused."),
	DEVICE_ADDED(126, VISIBLE, "logical device added", "Clients of the others notice nothing."),
	DEVICE_ADDRESS(127, BREAKING, "server address changed", "A client that associates with the former address reaches nobody, or another device."),
	DEVICE_NAME(128, BREAKING, "logical device name changed", "Head-ends identify a meter by it."),

	METHOD_REMOVED(130, BREAKING, "method removed from the class", "A client that calls it is refused."),
	METHOD_ADDED(131, VISIBLE, "method added to the class", "Clients that do not know it do not call it."),
	METHOD_TYPE(132, BREAKING, "parameter or result of a method changed", "A call as before is refused, or its result cannot be decoded."),
	SELECTOR_TYPE(133, BREAKING, "access selector declared otherwise", "A selection as before is refused."),
	ATTRIBUTE_UNIT(134, BREAKING, "unit of an attribute changed", "The same number is another quantity now."),
	CLASS_DECLARATION(135, INVISIBLE, "class declared otherwise", "What objects have is compared by itself; the declaration alone is not seen from outside."),

	PROPERTY(140, INVISIBLE, "property changed", "Properties are facts for tools and documents."),
	BUDGET(141, INVISIBLE, "memory budget changed", "Clients do not see how much memory there is."),
	ACCEPTANCE(142, INVISIBLE, "accepted finding changed", "Accepting a finding does not change the meter."),
	ROLE(143, INVISIBLE, "role changed", "Roles belong to the design; rights and recipients are compared by themselves."),
	COMPANION(144, INVISIBLE, "companion changed", "What a companion asks for is checked; what the meter has is compared by itself."),
	SWITCHES(145, INVISIBLE, "switches changed", "What a switch decides is compared by itself."),

	RENAMED(150, TEXT, "renamed", "Names in the text never reach a client; names in the generated C follow them."),
	DOCUMENTATION(151, TEXT, "documentation changed", "It goes into documents and comments."),
	TITLE(152, TEXT, "description changed", "It goes into documents and comments."),
	NAMES_IN_TYPE(153, TEXT, "names in a type changed", "Names of types, fields and codes never reach a client."),
	OTHER_FILE(154, TEXT, "moved to another file", "Which file says it means nothing."),
	OTHER_PLACE(155, TEXT, "moved in the text", "The order of the text means nothing here."),
	DECLARED_ORDER(156, TEXT, "listed in another order", "The order of these declarations means nothing."),

	OTHER(199, VISIBLE, "something else differs", "No kind of its own tells what it means; look at it.");

	private final int number;
	private final Impact impact;
	private final String title;
	private final String why;

	ChangeKind(int number, Impact impact, String title, String why) {
		this.number = number;
		this.impact = impact;
		this.title = title;
		this.why = why;
	}

	/** Returns the stable id, such as MW-CMP-027. */
	public String id() {
		return String.format(Locale.ROOT, "MW-CMP-%03d", number);
	}

	/** Returns what it means where clients can see it. */
	public Impact impact() {
		return impact;
	}

	/** Returns a few words that say what happened. */
	public String title() {
		return title;
	}

	/** Returns one sentence that says why it has this impact. */
	public String why() {
		return why;
	}
}
