// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.impl.AttributeImpl;
import org.meterwright.cosem.value.Value;

/**
 * An attribute that knows who read its value or its bounds, so that whoever changes them in a finished model knows what else changes. Checks
 * of the attribute and of its object are not noted: they are made again in any case.
 */
public final class WatchedAttribute extends AttributeImpl {
	private volatile Readers readers;
	private boolean overwritten;

	@Override
	public Value getValue() {
		Reading.note(this);
		return super.getValue();
	}

	@Override
	public Value getMinimum() {
		Reading.note(this);
		return super.getMinimum();
	}

	@Override
	public Value getMaximum() {
		Reading.note(this);
		return super.getMaximum();
	}

	@Override
	public void setValue(Value newValue) {
		overwritten = true;
		super.setValue(newValue);
	}

	@Override
	public void setMinimum(Value newMinimum) {
		overwritten = true;
		super.setMinimum(newMinimum);
	}

	@Override
	public void setMaximum(Value newMaximum) {
		overwritten = true;
		super.setMaximum(newMaximum);
	}

	/** Takes what was set so far as what the text says. */
	public void said() {
		overwritten = false;
	}

	/** Returns the value of an attribute without a note: for who asks again whenever a value changes. */
	static Value peek(Attribute attribute) {
		return attribute instanceof WatchedAttribute watched ? watched.value : attribute.getValue();
	}

	/** Tells whether something else set value or bounds after what the text says. */
	public boolean isOverwritten() {
		return overwritten;
	}

	/** Tells whether something that is no check read the value: more of the model may depend on it. */
	public boolean isBuiltOn() {
		return readers != null && readers.isBuiltOn();
	}

	/** Tells whether another one differs in value and bounds at most. */
	public boolean isLike(WatchedAttribute other) {
		return Objects.equals(type, other.type) && storage == other.storage && Objects.equals(handler, other.handler) && maximumLength == other.maximumLength;
	}

	/** Tells whether the value of either may name an object, so that taking that of the other changes what is named. */
	public boolean mayName(WatchedAttribute other) {
		return !Objects.equals(value, other.value) && (NamedObject.mayName(value) || NamedObject.mayName(other.value));
	}

	/**
	 * Takes over value and bounds in a finished model. Who read the old ones has to look again.
	 *
	 * @return whether they are other ones
	 */
	public boolean take(WatchedAttribute other) {
		boolean changes = !Objects.equals(value, other.value) || !Objects.equals(minimum, other.minimum) || !Objects.equals(maximum, other.maximum);
		value = other.value;
		minimum = other.minimum;
		maximum = other.maximum;
		return changes;
	}

	void read(Object reader) {
		if (readers == null) {
			synchronized (this) {
				readers = readers == null ? new Readers() : readers;
			}
		}
		readers.add(reader);
	}

	/** Returns who read the value so far. */
	Collection<Object> readers() {
		return readers == null ? List.of() : readers.all();
	}
}
