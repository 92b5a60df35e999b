// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.io.IOException;
import java.util.Optional;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.AccessWords;
import org.meterwright.scenario.client.ClientException;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Line;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.WrapperLine;

/** A client in its association. What it asked for last, and whether that was refused, is kept until a step looks at it. */
final class Session implements AutoCloseable {
	private static final int GMAC = 5;
	private static final int LOW = 1;
	private static final int BY_RANGE = 1;
	private static final int BY_ENTRY = 2;
	private static final int PDU = 1024;
	/** The meter answered with an exception-response. */
	private static final int EXCEPTION = -1;

	private final DlmsClient client;
	private Optional<Integer> refusal = Optional.empty();
	private String asked = "";

	private Session(DlmsClient client) {
		this.client = client;
	}

	/** Opens an association; says why it is refused. */
	static Session open(int port, Association association, boolean wrongSecret, long counter) throws IOException, StepFailure {
		return open(new WrapperLine(port, association.getClientSap(), ((LogicalDevice) association.eContainer()).getSap()), association, wrongSecret, counter);
	}

	/** Opens an association over a line. */
	static Session open(Line line, Association association, boolean wrongSecret, long counter) throws IOException, StepFailure {
		int mechanism = association.getMechanism();
		if (mechanism != GMAC && mechanism > LOW) {
			line.close();
			throw new StepFailure("clients of scenarios have no mechanism %s".formatted(AccessWords.mechanism(mechanism)));
		}
		byte[] secret = Keys.secret(association);
		Optional<Suite0> suite = association.getContext() == Context.CIPHERED || mechanism == GMAC ? Keys.of(association.getSecurity()) : Optional.empty();
		if (wrongSecret) {
			secret = wrong(secret);
			suite = suite.map(keys -> new Suite0(keys.encryption(), wrong(keys.authentication())));
		}
		DlmsClient client = new DlmsClient(line, suite, counter);
		Session session = new Session(client);
		session.open(mechanism, secret);
		return session;
	}

	private static byte[] wrong(byte[] secret) {
		byte[] other = secret.clone();
		other[0] ^= 1;
		return other;
	}

	private void open(int mechanism, byte[] secret) throws IOException, StepFailure {
		Optional<String> refused;
		try {
			int diagnostic = client.open(mechanism, secret, PDU);
			refused = diagnostic == 0 ? Optional.empty() : Optional.of("diagnostic %d".formatted(diagnostic));
		} catch (IOException e) {
			refused = Optional.of(e.getMessage() == null ? "the meter is silent" : e.getMessage());
		}
		if (refused.isPresent()) {
			client.close();
			throw new StepFailure("the association is refused: %s".formatted(refused.get()));
		}
	}

	/** Returns the invocation counter that the next client begins with. */
	long counter() {
		return client.counter();
	}

	/** Reads an attribute; nothing: it was refused, which a step has to expect. */
	Optional<Value> read(Column column, Optional<String> selection, int selector) throws IOException {
		return read(column.getObject(), column.getAttribute(), selection, selector);
	}

	/** Reads an attribute of an object. */
	Optional<Value> read(CosemObject object, int attribute, Optional<String> selection, int selector) throws IOException {
		asked = Judge.name(object, attribute);
		try {
			int classId = CosemObjects.classId(object);
			DlmsClient.Answer answer = selection.isEmpty() ? client.get(classId, object.getLogicalName(), attribute)
					: client.select(classId, object.getLogicalName(), attribute, selector, selection.get());
			refusal = answer.result() == 0 ? Optional.empty() : Optional.of(answer.result());
			return answer.result() == 0 ? Optional.of(Axdr.decode(Bytes.of(answer.data()))) : Optional.empty();
		} catch (ClientException e) {
			refusal = Optional.of(EXCEPTION);
			return Optional.empty();
		}
	}

	/** Reads the newest entries of a buffer that holds so many. */
	Optional<Value> readNewest(Column column, long entries) throws IOException {
		int wanted = column.getSelection() == Selection.NEWEST ? 1 : column.getCount();
		return read(column, Optional.of("0204 06%08X 0600000000 120001 120000".formatted(Math.max(1, entries - wanted + 1))), BY_ENTRY);
	}

	/** Reads the entries between two values of the restricting object, each in hex. */
	Optional<Value> readBetween(Column column, String restricting, String from, String to) throws IOException {
		return read(column, Optional.of("0204 %s %s %s 0100".formatted(restricting, from, to)), BY_RANGE);
	}

	/** Writes an attribute. */
	void write(CosemObject object, int attribute, Value value) throws IOException {
		asked = "%s.%s".formatted(object.getName(), attribute);
		refuse(() -> client.set(CosemObjects.classId(object), object.getLogicalName(), attribute, Axdr.encode(value).toArray()));
	}

	/** Executes a method. */
	void call(CosemObject object, int method, Value parameter) throws IOException {
		asked = "%s method %d".formatted(object.getName(), method);
		refuse(() -> client.act(CosemObjects.classId(object), object.getLogicalName(), method, Axdr.encode(parameter).toArray()).result());
	}

	private interface Request {
		int ask() throws IOException;
	}

	private void refuse(Request request) throws IOException {
		try {
			int result = request.ask();
			refusal = result == 0 ? Optional.empty() : Optional.of(result);
		} catch (ClientException e) {
			refusal = Optional.of(EXCEPTION);
		}
	}

	/** Returns why the last request was refused, and takes note that somebody knows. */
	Optional<Integer> takeRefusal() {
		Optional<Integer> last = refusal;
		refusal = Optional.empty();
		return last;
	}

	/** Says a refusal in words. */
	String refused(int result) {
		return "%s is refused: %s".formatted(asked, result == EXCEPTION ? "exception-response" : AccessResult.name(result));
	}

	@Override
	public void close() throws IOException {
		client.close();
	}
}
