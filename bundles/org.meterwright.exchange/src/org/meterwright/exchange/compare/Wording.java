// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;

/** Says things of one meter in words. */
public interface Wording {

	/** Returns a value of a type in words. */
	String value(DataType type, Value value);

	/** Returns a value that an attribute has or could have in words, with its unit. */
	String value(Attribute attribute, Value value);

	/** Returns the meaning of an object's logical name; an empty text: it is not known. */
	String meaning(CosemObject object);
}
