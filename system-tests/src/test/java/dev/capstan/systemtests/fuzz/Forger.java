package dev.capstan.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes tokens of a good one that look like it and were signed by nobody who may. */
final class Forger {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair own;
    private final String header;
    private final String claims;
    private final String signature;

    Forger(String token) {
        String[] parts = token.split("\\.", -1);
        header = parts[0];
        claims = parts[1];
        signature = parts[2];
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            own = keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what is wrong with each. */
    Map<String, String> forged(RandomGenerator random) {
        String promoted = with(claims, "roles", List.of("admin", "service"));
        String noAlgorithm = with(header, "alg", "none");
        Map<String, String> tokens = new TreeMap<>();
        tokens.put("other roles, same signature", joined(header, promoted, signature));
        tokens.put("no algorithm and no signature", joined(noAlgorithm, claims, ""));
        tokens.put("no algorithm, same signature", joined(noAlgorithm, claims, signature));
        tokens.put("no signature", joined(header, claims, ""));
        tokens.put("signed with a key of our own", signed(header, claims));
        tokens.put("a key of our own and its id", signed(with(header, "kid", "key-" + random.nextInt()), claims));
        tokens.put("signed with a password", hashed(with(header, "alg", "HS256"), claims));
        tokens.put("a signature's bit turned " + random.nextInt(1_000), joined(header, claims, turned(random)));
        tokens.put("cut off", joined(header, claims, signature).substring(0, 20 + random.nextInt(200)));
        tokens.put("noise", Wrong.letters(random, 1 + random.nextInt(400)));
        tokens.put("two parts", header + "." + claims);
        tokens.put("claims that are no JSON", signed(header, BASE64.encodeToString("{]".getBytes(UTF_8))));
        tokens.put("a token of 12,000 characters", joined(header, Wrong.letters(random, 12_000), signature));
        return tokens;
    }

    /** Well signed, by somebody whose word counts elsewhere. */
    Map<String, String> foreign(RandomGenerator random) {
        String elsewhere = "https://" + Wrong.letters(random, 8) + ".example.com/realms/capstan";
        return Map.of(
                "an issuer elsewhere " + elsewhere, signed(header, with(claims, "iss", elsewhere)),
                "an issuer's key elsewhere " + elsewhere, signed(with(header, "jku", elsewhere), claims));
    }

    private static String with(String part, String name, Object value) {
        ObjectNode json =
                (ObjectNode) JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
        json.set(name, JsonMapper.shared().<JsonNode>valueToTree(value));
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }

    private String signed(String head, String body) {
        try {
            Signature signing = Signature.getInstance("SHA256withRSA");
            signing.initSign(own.getPrivate());
            signing.update((head + "." + body).getBytes(UTF_8));
            return joined(head, body, BASE64.encodeToString(signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hashed(String head, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
            return joined(head, body, BASE64.encodeToString(mac.doFinal((head + "." + body).getBytes(UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String turned(RandomGenerator random) {
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        bytes[random.nextInt(bytes.length)] ^= 1;
        return BASE64.encodeToString(bytes);
    }

    private static String joined(String head, String body, String end) {
        return head + "." + body + "." + end;
    }
}
