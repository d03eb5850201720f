-- What the sample's consumers have booked; the key makes a doubled effect fail loudly.
CREATE TABLE effect (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream_key text   NOT NULL,
    number     bigint NOT NULL,
    UNIQUE (stream_key, number)
);
