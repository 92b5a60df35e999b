// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Column;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.Taker;

/** What a push carries: a Data-Notification, deciphered where it is ciphered (IEC 62056-5-3). */
final class PushedContent {
	private static final int DATA_NOTIFICATION = 0x0F;
	private static final int GENERAL_GLO_CIPHERING = 0xDB;
	private static final int PROFILE = 7;
	private static final int BUFFER = 2;

	private final Push push;
	private final List<Value> parts;

	private PushedContent(Push push, List<Value> parts) {
		this.push = push;
		this.parts = parts;
	}

	/** Takes an APDU apart. */
	static PushedContent of(Push push, Bytes apdu) throws StepFailure {
		byte[] octets = apdu.toArray();
		byte[] plain = octets.length > 0 && (octets[0] & 0xFF) == GENERAL_GLO_CIPHERING ? deciphered(push, octets) : octets;
		if (plain.length < 7 || plain[0] != DATA_NOTIFICATION) {
			throw new StepFailure("what is pushed is no Data-Notification");
		}
		int body = 6 + (plain[5] & 0xFF);
		try {
			return new PushedContent(push, Values.parts(Axdr.decode(Bytes.of(Arrays.copyOfRange(plain, body, plain.length)))));
		} catch (IllegalArgumentException e) {
			throw new StepFailure("what is pushed is no A-XDR value: %s".formatted(e.getMessage()));
		}
	}

	private static byte[] deciphered(Push push, byte[] octets) throws StepFailure {
		Optional<Suite0> keys = Keys.of(push.getSecurity()).or(() -> Keys.of(push.getPartner().getSecurity()));
		try {
			Taker taker = new Taker(octets);
			taker.take();
			byte[] title = taker.take(taker.length());
			return keys.orElseThrow(() -> new StepFailure("the push is ciphered, but its Security setup names no keys")).open(title, taker.take(taker.length()));
		} catch (IllegalStateException | IndexOutOfBoundsException e) {
			throw new StepFailure("the push cannot be deciphered with the keys of its Security setup");
		}
	}

	/** Fails when a condition does not hold: for what is pushed itself, or for a column of the newest entry of a profile that is pushed. */
	void demand(Play.Condition condition) throws StepFailure {
		for (int i = 0; i < Math.min(parts.size(), push.getColumns().size()); i++) {
			Column sent = push.getColumns().get(i);
			if (sent.getObject() == condition.column().getObject() && sent.getAttribute() == condition.column().getAttribute()) {
				Judge.demand(condition, parts.get(i));
				return;
			}
			int at = isBuffer(sent) ? Judge.captured(sent.getObject(), condition.column()) : -1;
			if (at >= 0) {
				Judge.demand(condition, newest(sent, parts.get(i), at));
				return;
			}
		}
		throw new StepFailure("%s is not in the push".formatted(Judge.name(condition.column())));
	}

	private static boolean isBuffer(Column column) {
		return CosemObjects.classId(column.getObject()) == PROFILE && column.getAttribute() == BUFFER;
	}

	private static Value newest(Column sent, Value buffer, int at) throws StepFailure {
		List<Value> rows = Judge.oldestFirst(sent.getObject(), buffer);
		List<Value> cells = rows.isEmpty() ? List.of() : Values.parts(rows.getLast());
		if (at >= cells.size()) {
			throw new StepFailure("the push carries no entry of %s".formatted(sent.getObject().getName()));
		}
		return cells.get(at);
	}
}
