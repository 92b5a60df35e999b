// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.io.IOException;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;

/** A client in its association with a meter that runs. */
public final class LiveClient implements AutoCloseable {
	private final LiveMeter meter;
	private final Association association;
	private final Session session;

	LiveClient(LiveMeter meter, Association association, Session session) {
		this.meter = meter;
		this.association = association;
		this.session = session;
	}

	/** Returns the association. */
	public Association association() {
		return association;
	}

	/** Reads an attribute, ciphered and in blocks where the association asks for it. */
	public synchronized Value read(CosemObject object, int attribute) throws IOException, RefusedException {
		Optional<Value> value = session.read(object, attribute, Optional.empty(), 0);
		demand();
		return value.orElseThrow(() -> new RefusedException("the meter answers nothing"));
	}

	/** Writes an attribute. */
	public synchronized void write(CosemObject object, int attribute, Value value) throws IOException, RefusedException {
		session.write(object, attribute, value);
		demand();
	}

	/** Executes a method. */
	public synchronized void call(CosemObject object, int method, Value parameter) throws IOException, RefusedException {
		session.call(object, method, parameter);
		demand();
	}

	private void demand() throws RefusedException {
		meter.count(session.counter());
		Optional<Integer> refusal = session.takeRefusal();
		if (refusal.isPresent()) {
			throw new RefusedException(session.refused(refusal.get()).replaceFirst(".* is refused: ", ""));
		}
	}

	@Override
	public void close() throws IOException {
		meter.count(session.counter());
		session.close();
	}
}
