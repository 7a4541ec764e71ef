/* The physical limit of reading YAML with libyaml: parses each file named on a line of standard
   input and does nothing with the events but count them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(3); }
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size) { perror(path); exit(3); }
    fclose(file);
    return bytes;
}

int main(void) {
    char path[4096];
    unsigned long events = 0;
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        size_t size;
        char *bytes = read_file(path, &size);
        yaml_parser_t parser;
        if (!yaml_parser_initialize(&parser)) return 3;
        yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, size);
        for (int done = 0; !done; events++) {
            yaml_event_t event;
            if (!yaml_parser_parse(&parser, &event)) { fprintf(stderr, "%s\n", path); return 1; }
            done = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
        yaml_parser_delete(&parser);
        free(bytes);
    }
    printf("%lu events\n", events);
    return 0;
}
