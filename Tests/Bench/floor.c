/* The least that a list in ncurses can be, as the measure for the workbench.
 *
 *   floor ROWS [wait]    j and k move, g and G go to the ends, q quits
 *
 * ROWS rows are made in memory at the start. Each key is drawn at once; with `wait`, only when no
 * further key has come, which is the best that can be done with a flood of them. */
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
  char number[24], name[64], subject[48], changed[32];
};

static struct entry *make(long count) {
  struct entry *list = calloc((size_t)count, sizeof *list);
  for (long i = 0; list && i < count; i++) {
    struct entry *entry = list + i;
    snprintf(entry->number, sizeof entry->number, "%7ld", count - i);
    snprintf(entry->name, sizeof entry->name, "Files of team %ld sent to a private disk",
             i % 611);
    snprintf(entry->subject, sizeof entry->subject, "person%ld@example.com", i % 1013);
    snprintf(entry->changed, sizeof entry->changed, "%ld d ago", i % 365);
  }
  return list;
}

static void draw(const struct entry *list, long count, long chosen, long *top) {
  long height = LINES > 3 ? LINES - 2 : 1;
  if (chosen < *top) *top = chosen;
  if (chosen >= *top + height) *top = chosen - height + 1;
  erase();
  attrset(A_BOLD);
  mvprintw(0, 0, " Cases, newest first   %ld of %ld", chosen + 1, count);
  for (long row = 0; row < height && *top + row < count; row++) {
    const struct entry *entry = list + *top + row;
    attrset(*top + row == chosen ? A_REVERSE : A_NORMAL);
    char text[192];
    snprintf(text, sizeof text, "%s  %-44s%-28s%-12s", entry->number, entry->name,
             entry->subject, entry->changed);
    mvprintw((int)row + 1, 0, "%-*.*s", COLS, COLS, text);
  }
  attrset(A_NORMAL);
  mvaddnstr(LINES - 1, 0, " j/k move  g/G ends  q quit", COLS);
  move((int)(chosen - *top) + 1, 0);
  refresh();
}

int main(int argc, char **argv) {
  long count = argc > 1 ? atol(argv[1]) : 100000;
  int waits = argc > 2 && !strcmp(argv[2], "wait");
  struct entry *list = make(count);
  if (!list || count < 1) return 1;
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  set_escdelay(25);
  start_color();
  use_default_colors();
  long chosen = 0, top = 0;
  int key = 0;
  while (key != 'q' && key != ERR) {
    struct pollfd input = {.fd = 0, .events = POLLIN};
    if (!waits || poll(&input, 1, 0) == 0) draw(list, count, chosen, &top);
    key = getch();
    if (key == 'j' && chosen < count - 1) chosen++;
    if (key == 'k' && chosen > 0) chosen--;
    if (key == 'g') chosen = 0;
    if (key == 'G') chosen = count - 1;
  }
  endwin();
  free(list);
  return 0;
}
