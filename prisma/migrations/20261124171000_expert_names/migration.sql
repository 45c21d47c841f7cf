-- Tasks are searched by the beginning of the expert's name, in any case of letters.
create index expert_name_prefix on expert (lower(name) text_pattern_ops);
