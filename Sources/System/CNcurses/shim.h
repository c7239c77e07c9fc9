#pragma once
#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <wchar.h>
#include <curses.h>
#include <term.h>
