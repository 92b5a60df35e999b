// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.impl.AttributeImpl;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/**
 * An attribute that knows who read its value and bounds, and who read its form: type, storage, handler and longest length. So whoever changes
 * them in a finished model knows what else changes. Checks of the attribute and of its object are not noted: they are made again in any case.
 */
public final class WatchedAttribute extends AttributeImpl {
	private volatile Readers ofValue;
	private volatile Readers ofForm;
	private boolean valueBuiltOn;
	private boolean typeBuiltOn;
	private boolean storageBuiltOn;
	private boolean keptBuiltOn;
	private boolean overwritten;
	/** Whether the value may name an object, as far as somebody asked. */
	private volatile Boolean naming;

	@Override
	public Value getValue() {
		noteValue();
		return super.getValue();
	}

	@Override
	public Value getMinimum() {
		noteValue();
		return super.getMinimum();
	}

	@Override
	public Value getMaximum() {
		noteValue();
		return super.getMaximum();
	}

	@Override
	public DataType getType() {
		Object reader = Reading.readerOf(this);
		if (reader == Reading.MAKER) {
			typeBuiltOn = true;
		} else if (reader != null) {
			formReadBy(reader);
		}
		return super.getType();
	}

	@Override
	public Storage getStorage() {
		noteStorage();
		return super.getStorage();
	}

	@Override
	public String getHandler() {
		noteStorage();
		return super.getHandler();
	}

	@Override
	public int getMaximumLength() {
		noteStorage();
		return super.getMaximumLength();
	}

	@Override
	public void setValue(Value newValue) {
		overwritten = true;
		naming = null;
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

	@Override
	public void setType(DataType newType) {
		overwritten = true;
		super.setType(newType);
	}

	@Override
	public void setStorage(Storage newStorage) {
		overwritten = true;
		super.setStorage(newStorage);
	}

	@Override
	public void setHandler(String newHandler) {
		overwritten = true;
		super.setHandler(newHandler);
	}

	@Override
	public void setMaximumLength(int newLength) {
		overwritten = true;
		super.setMaximumLength(newLength);
	}

	/** Takes what was set so far as what the text says. */
	public void said() {
		overwritten = false;
	}

	/** Decides which of the types that the text leaves open it is, as the text would. */
	public void decide(DataType decided) {
		super.setType(decided);
	}

	/** Returns the value of an attribute without a note: for who asks again whenever a value changes. */
	public static Value peek(Attribute attribute) {
		return attribute instanceof WatchedAttribute watched ? watched.value : attribute.getValue();
	}

	/** Tells whether the value of an attribute has room for a logical name. That is noted as reading where it has, for it may be another name later. */
	static boolean mayName(Attribute attribute) {
		if (!(attribute instanceof WatchedAttribute watched)) {
			return NamedObject.mayName(attribute.getValue());
		}
		Boolean known = watched.naming;
		if (known == null) {
			known = NamedObject.mayName(watched.value);
			watched.naming = known;
		}
		if (known) {
			watched.noteValue();
		}
		return known;
	}

	/** Returns the type of an attribute without a note: for who asks again whenever one changes. */
	public static DataType peekType(Attribute attribute) {
		return attribute instanceof WatchedAttribute watched ? watched.type : attribute.getType();
	}

	/** Returns the handler of an attribute without a note: for who asks again whenever one changes. */
	public static String peekHandler(Attribute attribute) {
		return attribute instanceof WatchedAttribute watched ? watched.handler : attribute.getHandler();
	}

	/** Tells whether an attribute keeps what was written, as constants and the first values of nvm do. That is all that is noted as read. */
	public static boolean isKept(Attribute attribute) {
		if (!(attribute instanceof WatchedAttribute watched)) {
			return isKept(attribute.getStorage());
		}
		Object reader = Reading.readerOf(watched);
		if (reader == Reading.MAKER) {
			watched.keptBuiltOn = true;
		} else if (reader != null) {
			watched.formReadBy(reader);
		}
		return isKept(watched.storage);
	}

	private static boolean isKept(Storage storage) {
		return storage == Storage.ROM || storage == Storage.NVM;
	}

	/** Tells whether something else set what the text says after it. */
	public boolean isOverwritten() {
		return overwritten;
	}

	/**
	 * Tells whether something that is no check read what another one says differently, or may have: more of the model depends on it. A value
	 * that may name an object, where the other one cannot, or by another type, is one of these: who looks for names does not look at values without.
	 */
	public boolean isBuiltOn(WatchedAttribute other) {
		boolean sameType = Objects.equals(type, other.type);
		return !hasValueOf(other) && valueBuiltOn || !sameType && typeBuiltOn || !hasStorageOf(other) && storageBuiltOn || keptBuiltOn && isKept(storage) != isKept(other.storage)
				|| NamedObject.mayName(value) != NamedObject.mayName(other.value) || !sameType && NamedObject.mayName(value);
	}

	/** Tells whether another one says the same. */
	public boolean isLike(WatchedAttribute other) {
		return hasValueOf(other) && hasFormOf(other);
	}

	private boolean hasValueOf(WatchedAttribute other) {
		return Objects.equals(value, other.value) && Objects.equals(minimum, other.minimum) && Objects.equals(maximum, other.maximum);
	}

	private boolean hasFormOf(WatchedAttribute other) {
		return Objects.equals(type, other.type) && hasStorageOf(other);
	}

	private boolean hasStorageOf(WatchedAttribute other) {
		return storage == other.storage && Objects.equals(handler, other.handler) && maximumLength == other.maximumLength;
	}

	/**
	 * Takes over what another one says, in a finished model.
	 *
	 * @return who read what is different now, and has to look again; nothing when nothing is
	 */
	public Optional<Change> take(WatchedAttribute other) {
		Set<Object> readers = new HashSet<>();
		if (isLike(other)) {
			return Optional.empty();
		}
		if (!hasValueOf(other) && ofValue != null) {
			readers.addAll(ofValue.all());
		}
		if (!hasFormOf(other) && ofForm != null) {
			readers.addAll(ofForm.all());
		}
		boolean called = handler != null || other.handler != null;
		value = other.value;
		naming = null;
		minimum = other.minimum;
		maximum = other.maximum;
		type = other.type;
		storage = other.storage;
		handler = other.handler;
		maximumLength = other.maximumLength;
		valueBuiltOn |= other.valueBuiltOn;
		typeBuiltOn |= other.typeBuiltOn;
		storageBuiltOn |= other.storageBuiltOn;
		keptBuiltOn |= other.keptBuiltOn;
		return Optional.of(new Change(this, readers, called));
	}

	/** Takes over what another one says and where it stands, in a finished model. Returns who read anything of it, and has to look again. */
	public Change takeAll(WatchedAttribute other) {
		Set<Object> readers = new HashSet<>();
		Stream.of(ofValue, ofForm).filter(Objects::nonNull).forEach(each -> readers.addAll(each.all()));
		boolean called = handler != null || other.handler != null;
		take(other);
		getOrigins().clear();
		getOrigins().addAll(other.getOrigins());
		return new Change(this, readers, called);
	}

	/**
	 * What became of an attribute.
	 *
	 * @param attribute the attribute
	 * @param readers   who read what is different now
	 * @param called    whether it has or had a handler
	 */
	public record Change(WatchedAttribute attribute, Collection<Object> readers, boolean called) {
	}

	private void noteValue() {
		Object reader = Reading.readerOf(this);
		if (reader == Reading.MAKER) {
			valueBuiltOn = true;
		} else if (reader != null) {
			valueReadBy(reader);
		}
	}

	private void noteStorage() {
		Object reader = Reading.readerOf(this);
		if (reader == Reading.MAKER) {
			storageBuiltOn = true;
		} else if (reader != null) {
			formReadBy(reader);
		}
	}

	private void valueReadBy(Object reader) {
		if (ofValue == null) {
			synchronized (this) {
				ofValue = ofValue == null ? new Readers() : ofValue;
			}
		}
		ofValue.add(reader);
	}

	private void formReadBy(Object reader) {
		if (ofForm == null) {
			synchronized (this) {
				ofForm = ofForm == null ? new Readers() : ofForm;
			}
		}
		ofForm.add(reader);
	}
}
