package dev.holdfast.aws.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import dev.holdfast.kernel.InvalidValue;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens of staff by OpenID Connect (RFC 7519, RFC 9068): signed with one of the provider's public keys, by our
 * issuer, for our audience, not expired (a minute of difference between clocks is allowed). What is unsigned, or signed
 * with a shared secret, is refused whatever its header says. Roles are scopes of the form {@code holdfast/warehouse} or
 * {@code holdfast:warehouse}; no token makes anybody a channel. History names the {@code sub} claim, which is no name or
 * address.
 */
public final class OidcTokens implements Tokens {
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);
    private static final int ANSWER_MILLIS = 2_000;
    private static final int KEYS_BYTES_MAX = 64 * 1024;
    private static final String SCOPE = "holdfast[/:]";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** Tokens by these keys. */
    OidcTokens(JWKSource<SecurityContext> keys, String issuer, String audience, InstantSource clock) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
    }

    /**
     * Tokens by the keys at this address, which are asked for when a token names one that is not known, and remembered for
     * five minutes; none at all where the issuer is left empty.
     */
    public static Tokens at(String keys, String issuer, String audience, InstantSource clock) {
        if (issuer.isBlank()) {
            return Tokens.none();
        }
        try {
            return new OidcTokens(
                    JWKSourceBuilder.create(
                                    URI.create(keys).toURL(),
                                    new DefaultResourceRetriever(ANSWER_MILLIS, ANSWER_MILLIS, KEYS_BYTES_MAX))
                            .retrying(true)
                            .build(),
                    issuer,
                    audience,
                    clock);
        } catch (MalformedURLException | IllegalArgumentException wrong) {
            throw new IllegalStateException("OIDC_KEYS names no address: " + keys, wrong);
        }
    }

    @Override
    public Optional<Principal> principal(String token) {
        try {
            return staff(processor.process(token, null));
        } catch (KeySourceException away) {
            throw new KeysAway(away);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Principal> staff(JWTClaimsSet claims) throws ParseException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String scopes = claims.getClaimAsString("scope");
        for (String scope : (scopes == null ? "" : scopes).split(" ", -1)) {
            Arrays.stream(Role.values())
                    .filter(Role::isStaff)
                    .filter(role -> scope.matches(SCOPE + role.name().toLowerCase(Locale.ROOT)))
                    .forEach(roles::add);
        }
        try {
            return roles.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Principal(new Actor(claims.getSubject()), Optional.empty(), roles));
        } catch (InvalidValue unprintable) {
            return Optional.empty();
        }
    }
}
