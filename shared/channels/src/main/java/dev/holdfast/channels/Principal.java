package dev.holdfast.channels;

import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.ChannelId;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the credential says; never as the request says.
 *
 * @param name the account's name, as history and journal record it
 * @param channel the channel that the account orders for; empty for staff
 * @param roles what the account is; at least one
 */
public record Principal(Actor name, Optional<ChannelId> channel, Set<Role> roles) {
    public Principal {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.CHANNEL) && channel.isEmpty()) {
            throw new IllegalArgumentException("an account with the role of a channel names its channel");
        }
    }

    /** Whether this account may use what is meant for any of these roles. */
    public boolean isAnyOf(Set<Role> wanted) {
        return wanted.stream().anyMatch(role -> roles.contains(role) || (role.isStaff() && roles.contains(Role.ADMIN)));
    }
}
