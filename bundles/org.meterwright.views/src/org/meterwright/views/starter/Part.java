// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.Optional;

/** What a new meter may have, beside what every meter has. */
public enum Part {
	/** Reactive energy and power. */
	REACTIVE(Page.MEASURING, "Reactive energy and power", "Four registers and two of this moment", null),
	/** Voltage and current of each phase, and what a wrong voltage raises. */
	QUALITY(Page.MEASURING, "Voltage and current of each phase", "With an event when the voltage leaves 207 V to 253 V", null),
	/** A switch for the supply. */
	DISCONNECTOR(Page.MEASURING, "Disconnector and power limit", "Opened by a head-end, or when the limit is exceeded for five minutes", null),
	/** A profile of short intervals. */
	LOAD_PROFILE(Page.PROFILES, "Load profile", "Energy each 15 minutes for a month", null),
	/** A profile of days. */
	DAILY_PROFILE(Page.PROFILES, "Daily profile", "Energy each midnight for two months", null),
	/** Billing periods. */
	BILLING(Page.PROFILES, "Billing log", "Closed at midnight on the first of each month; thirteen months", null),
	/** A log of events. */
	EVENT_LOG(Page.PROFILES, "Event log", "Power lost and back, clock set, covers opened; a hundred events", null),
	/** A client that reads with a password. */
	READER(Page.CLIENTS, "Reader", "Client 2: reads all with a password, such as a hand-held unit", null),
	/** A client that reads and configures, ciphered. */
	HEAD_END(Page.CLIENTS, "Head-end", "Client 1: reads, configures and switches; authenticated and encrypted (HLS 5, GMAC)", null),
	/** A client at the optical port. */
	INSTALLER(Page.CLIENTS, "Installer", "Client 3: clock and measurements at the optical port, authenticated", null),
	/** What the meter sends by itself. */
	PUSH(Page.CLIENTS, "Push to the head-end", "Billing data each month, and an Alert when a cover is opened", HEAD_END);

	/** The page of the wizard that asks for a part. */
	public enum Page {
		/** What is measured and switched. */
		MEASURING,
		/** What is recorded. */
		PROFILES,
		/** Who may read. */
		CLIENTS
	}

	private final Page page;
	private final String label;
	private final String description;
	private final Part needs;

	Part(Page page, String label, String description, Part needs) {
		this.page = page;
		this.label = label;
		this.description = description;
		this.needs = needs;
	}

	/** Returns the page that asks for it. */
	public Page page() {
		return page;
	}

	/** Returns a few words for users. */
	public String label() {
		return label;
	}

	/** Returns what it brings. */
	public String description() {
		return description;
	}

	/** Returns the part without which this one makes no sense. */
	public Optional<Part> needs() {
		return Optional.ofNullable(needs);
	}
}
