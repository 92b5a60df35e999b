// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.words.AccessWords;

/**
 * An association that is needed. What the companion leaves open is what a careful designer would begin with: ciphered and authenticated with GMAC; a role
 * whose name begins with Public is the public client that the standard reserves address 16 for, which is asked for no security.
 *
 * @param name     its name
 * @param required what the companion says of it; none where it speaks of a role alone
 * @param role     whose it is
 * @param rights   what the role may do
 */
record Need(String name, Optional<RequiredAssociation> required, Optional<Role> role, NeededRights rights) {
	static final String PUBLIC = "publicClient";

	private static final int UNSPECIFIED = -1;
	private static final int PUBLIC_CLIENT = 16;
	private static final int LOWEST = 0;
	private static final int GMAC = 5;
	private static final int ECDSA = 7;
	private static final int PDU = 1024;

	static Need of(RequiredAssociation required, Inventory inventory) {
		Optional<Role> role = Optional.ofNullable(required.getRole());
		return new Need(required.getName(), Optional.of(required), role, NeededRights.of(role, inventory));
	}

	static Need of(Role role, Inventory inventory) {
		return new Need(role.getName().substring(0, 1).toLowerCase(Locale.ROOT) + role.getName().substring(1), Optional.empty(), Optional.of(role), NeededRights.of(Optional.of(role), inventory));
	}

	static Need ofPublicClient(Inventory inventory) {
		return new Need(PUBLIC, Optional.empty(), Optional.empty(), NeededRights.of(Optional.empty(), inventory));
	}

	/** Tells whether an association is the one: by its client where the companion says which, else by its role. */
	boolean isMet(Association association) {
		int client = required.map(RequiredAssociation::getClientSap).orElse(UNSPECIFIED);
		return client != UNSPECIFIED ? association.getClientSap() == client
				: role.isPresent() && association.getRole() != null && Objects.equals(association.getRole().getName(), role.get().getName());
	}

	private boolean isPublic() {
		return role.map(each -> each.getName().startsWith("Public")).orElse(required.isEmpty());
	}

	int client() {
		int said = required.map(RequiredAssociation::getClientSap).orElse(UNSPECIFIED);
		return said == UNSPECIFIED && isPublic() ? PUBLIC_CLIENT : said;
	}

	private int mechanism() {
		int said = required.map(RequiredAssociation::getMechanism).orElse(UNSPECIFIED);
		return said != UNSPECIFIED ? said : isPublic() ? LOWEST : GMAC;
	}

	private Context context() {
		return required.flatMap(each -> each.getContexts().stream().findFirst()).orElse(mechanism() == LOWEST ? Context.PLAIN : Context.CIPHERED);
	}

	boolean isCiphered() {
		return context() == Context.CIPHERED;
	}

	/** Tells whether there is a password, or a secret beside the keys. */
	boolean hasSecret() {
		return mechanism() != LOWEST && mechanism() != GMAC && mechanism() != ECDSA;
	}

	boolean needsPublicKeys() {
		return rights.isSigned() || mechanism() == ECDSA;
	}

	/**
	 * Returns the lines of the association's body.
	 *
	 * @param protects whether its object can say how each right is protected: before version 3 the security policy alone does
	 */
	List<String> lines(String keys, int secret, boolean protects) {
		List<String> lines = new ArrayList<>();
		role.ifPresent(each -> lines.add("  role %s".formatted(each.getName())));
		lines.add("  context logical_name %s".formatted(context().getLiteral()));
		lines.add("  mechanism %s".formatted(AccessWords.mechanism(mechanism())));
		if (!keys.isEmpty()) {
			lines.add("  security %s".formatted(keys));
		}
		if (secret != UNSPECIFIED) {
			lines.add("  secret in slot %d".formatted(secret));
		}
		lines.add("  conformance %s".formatted(String.join(", ", services())));
		lines.add("  pdu %d".formatted(Math.max(PDU, required.map(RequiredAssociation::getMinimumPdu).orElse(UNSPECIFIED))));
		lines.addAll(rightLines(isCiphered() && protects));
		return lines;
	}

	private Set<String> services() {
		Set<String> services = new LinkedHashSet<>(List.of("get"));
		if (rights.has(Verb.WRITE)) {
			services.add("set");
		}
		if (rights.has(Verb.CALL)) {
			services.add("action");
		}
		services.addAll(List.of("selective_access", "block_transfer_get"));
		if (rights.has(Verb.WRITE)) {
			services.add("block_transfer_set");
		}
		required.ifPresent(each -> services.addAll(AccessWords.conformance(each.getConformance())));
		return services;
	}

	private List<String> rightLines(boolean protects) {
		String protection = protects ? " with authenticated, encrypted" : "";
		if (rights.isEmpty()) {
			// a role without an association of its own and without rights is there for Alerts alone
			return isPublic() || required.isEmpty() ? List.of("  show currentAssociation", "  grant read on currentAssociation%s".formatted(protection))
					: List.of("  // the companion gives no rights: to begin with, everything may be read", "  show *", "  grant read on *%s".formatted(protection));
		}
		List<String> lines = new ArrayList<>();
		lines.add(WrappedLine.of("  show ", Stream.concat(Stream.of("currentAssociation"), rights.objects().stream()).toList(), ""));
		lines.add("  grant read on currentAssociation%s".formatted(protection));
		for (Map.Entry<Verb, Map<Boolean, Set<String>>> verb : rights.grants().entrySet()) {
			verb.getValue().forEach((signed, members) -> lines.add(WrappedLine.of("  grant %s on ".formatted(verb.getKey().getLiteral()), List.copyOf(members),
					signed && protects ? "%s, signed request".formatted(protection) : protection)));
		}
		return lines;
	}
}
