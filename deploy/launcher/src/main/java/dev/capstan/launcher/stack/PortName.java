package dev.capstan.launcher.stack;

/** Every port of the stack with its number when nothing else is said. */
public enum PortName {
    GATEWAY(8080),
    EXECUTION(8081),
    RISK(8082),
    PORTFOLIO(8083),
    MARKET_DATA(8084),
    BACKTEST(8086),
    SIMULATOR(8090),
    SIMULATOR_CONTROL(8091),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8181),
    POSTGRES(5442),
    KAFKA(9192),
    KAFKA_CONTROLLER(9193);

    private final int number;

    PortName(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The environment variable that overrides it. */
    String variable() {
        return "CAPSTAN_PORT_" + name();
    }
}
