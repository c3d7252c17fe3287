package dev.holdfast.aws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.channels.Principal;
import dev.holdfast.channels.Role;
import dev.holdfast.channels.Tokens;
import dev.holdfast.kernel.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OidcTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    private static final String ISSUER = "https://id.example.com";
    private static final String US = "holdfast";
    private static final RSAKey RSA = rsa("one");
    private static final RSAKey STRANGERS = rsa("one");
    private static final ECKey EC = ec();

    private final OidcTokens tokens = new OidcTokens(
            new ImmutableJWKSet<>(new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK()))),
            ISSUER,
            US,
            InstantSource.fixed(NOW));

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("two").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(US)
                .subject("staff-4711")
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("scope", "openid holdfast/warehouse holdfast:support");
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(key)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(
                JWSAlgorithm.RS256,
                "one",
                new RSASSASigner(RSA),
                change.apply(claims()).build());
    }

    @Test
    void a_genuine_token_is_its_bearer_with_the_roles_of_its_scopes() throws JOSEException {
        Principal staff =
                new Principal(new Actor("staff-4711"), Optional.empty(), Set.of(Role.WAREHOUSE, Role.SUPPORT));
        assertThat(tokens.principal(token(all -> all))).contains(staff);
        assertThat(tokens.principal(signed(JWSAlgorithm.ES256, "two", new ECDSASigner(EC), claims().build())))
                .contains(staff);
    }

    @Test
    void what_is_not_signed_by_the_provider_is_refused() throws JOSEException {
        JWTClaimsSet good = claims().build();
        String genuine = token(all -> all);
        assertThat(tokens.principal(new PlainJWT(good).serialize())).isEmpty();
        assertThat(tokens.principal(new PlainJWT(good).serialize() + "AAAA")).isEmpty();
        assertThat(tokens.principal(signed(JWSAlgorithm.RS256, "one", new RSASSASigner(STRANGERS), good)))
                .isEmpty();
        assertThat(tokens.principal(signed(JWSAlgorithm.RS256, "three", new RSASSASigner(RSA), good)))
                .isEmpty();
        // The public key, used as a shared secret.
        assertThat(tokens.principal(signed(
                        JWSAlgorithm.HS256,
                        "one",
                        new MACSigner(RSA.toRSAPublicKey().getEncoded()),
                        good)))
                .isEmpty();
        assertThat(tokens.principal(genuine.substring(0, genuine.length() - 8) + "AAAAAAAA"))
                .isEmpty();
        assertThat(tokens.principal("a.b.c")).isEmpty();
    }

    @Test
    void a_token_of_another_issuer_for_others_or_out_of_its_time_is_refused() throws JOSEException {
        assertThat(tokens.principal(token(all -> all.issuer("https://id.example.org"))))
                .isEmpty();
        assertThat(tokens.principal(token(all -> all.issuer(null)))).isEmpty();
        assertThat(tokens.principal(token(all -> all.audience("others")))).isEmpty();
        assertThat(tokens.principal(token(all -> all.audience((String) null)))).isEmpty();
        assertThat(tokens.principal(token(all -> all.expirationTime(null)))).isEmpty();
        assertThat(tokens.principal(token(all -> all.expirationTime(Date.from(NOW.minus(Duration.ofMinutes(2)))))))
                .isEmpty();
        assertThat(tokens.principal(token(all -> all.notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(2)))))))
                .isEmpty();
    }

    @Test
    void a_token_makes_nobody_a_channel_and_none_without_our_scopes_is_let_in() throws JOSEException {
        assertThat(tokens.principal(token(all -> all.claim("scope", "holdfast/channel"))))
                .isEmpty();
        assertThat(tokens.principal(token(all -> all.claim("scope", "other/warehouse warehouse"))))
                .isEmpty();
        assertThat(tokens.principal(token(all -> all.claim("scope", null)))).isEmpty();
        assertThat(tokens.principal(token(all -> all.claim("scope", 7)))).isEmpty();
        assertThat(tokens.principal(token(all -> all.subject(null)))).isEmpty();
        assertThat(tokens.principal(token(all -> all.subject("two\nlines")))).isEmpty();
    }

    @Test
    void keys_that_cannot_be_had_are_an_outage_and_not_a_wrong_token() throws JOSEException {
        Tokens dark = OidcTokens.at("http://127.0.0.1:1/keys", ISSUER, US, InstantSource.fixed(NOW));
        String genuine = token(all -> all);
        assertThatThrownBy(() -> dark.principal(genuine)).isInstanceOf(Tokens.KeysAway.class);
    }

    @Test
    void where_no_provider_is_set_up_no_token_opens() throws JOSEException {
        assertThat(OidcTokens.at("", "", "", InstantSource.fixed(NOW)).principal(token(all -> all)))
                .isEmpty();
    }
}
