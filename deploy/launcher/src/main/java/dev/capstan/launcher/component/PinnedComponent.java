package dev.capstan.launcher.component;

/** What other people make and we run, each with a descriptor {@code components/<name>/pom.xml} and the sums of its files. */
public enum PinnedComponent {
    POSTGRES("postgres", "18.6.0", "PostgreSQL"),
    KAFKA("kafka", "4.3.1", "Kafka"),
    KEYCLOAK("keycloak", "26.7.3", "Keycloak");

    private final String folder;
    private final String version;
    private final String title;

    PinnedComponent(String folder, String version, String title) {
        this.folder = folder;
        this.version = version;
        this.title = title;
    }

    /** Which one exactly. */
    public String version() {
        return version;
    }

    /** One word, as in the names of processes and folders. */
    public String folder() {
        return folder;
    }

    /** For people: {@code Kafka 4.3.1}. */
    String title() {
        return title + " " + version;
    }

    /** Its place in the cache; another version has another place. */
    public String cacheFolder() {
        return folder + "-" + version;
    }

    String descriptor() {
        return resource("pom.xml");
    }

    /** Lines of {@code sum  file}, as sha256sum prints them. */
    String sums() {
        return resource("SHA256SUMS");
    }

    private String resource(String file) {
        return Packaged.text("/components/" + folder + "/" + file);
    }
}
