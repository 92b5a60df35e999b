// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.client.Octets;
import org.meterwright.scenario.client.Suite0;
import org.meterwright.scenario.client.WrapperLine;

/** Keys come wrapped, and the policy grows stronger. */
class SecurityBehaviourTest extends LivingMeter {

	private long counter = 1;

	private DlmsClient head(byte[] encryption) throws IOException {
		counter += 1000;
		return new DlmsClient(new WrapperLine(meter().port(), 1, 1), Optional.of(new Suite0(encryption, AUTHENTICATION)), counter);
	}

	@Test
	void keysComeWrappedAndThePolicyGrowsStronger() throws IOException, GeneralSecurityException {
		byte[] fresh = hex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");
		Cipher wrap = Cipher.getInstance("AESWrap");
		wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(MASTER, "AES"));
		byte[] wrapped = wrap.wrap(new SecretKeySpec(fresh, "AES"));
		LogicalName keys = name("0-0:43.0.0*255");
		try (DlmsClient client = head(ENCRYPTION)) {
			assertEquals(0, client.open(5, SECRET, 1024));
			byte[] damaged = wrapped.clone();
			damaged[3] ^= 1;
			assertEquals(250, client.act(64, keys, 2, new Octets().hex("0101 0202 1600 0918").put(damaged).bytes()).result());
			assertEquals(0, client.act(64, keys, 2, new Octets().hex("0101 0202 1600 0918").put(wrapped).bytes()).result());
		}
		try (DlmsClient client = head(fresh)) {
			assertEquals(0, client.open(5, SECRET, 1024));
			assertEquals(250, client.act(64, keys, 1, hex("1604")).result());
			assertEquals(0, client.act(64, keys, 1, hex("166C")).result());
			assertArrayEquals(hex("166C"), client.get(64, keys, 2).data());
			assertArrayEquals(hex("D80101"), client.exchange(hex("C0014100400000 2B0000FF 0200")));
		}
	}
}
