package join

import (
	"math"

	"github.com/tidings-go/tidings/internal/evidence"
)

// Features is what a model goes by. Their names are in [FeatureNames].
type Features [numFeatures]float64

const (
	fCos = iota
	fSame
	fCosSame
	fWords
	fCosRoot
	fMax
	fTop3
	fMean
	fMaxWords
	fEntities
	fNames
	fNumbers
	fLatin
	fConcepts
	fCognates
	fSounds
	fNamesSame
	fConceptsSame
	fWordsRare
	fMassEntities
	fMassNames
	fMassNumbers
	fMassLatin
	fMassConcepts
	fMassCognates
	fMassSounds
	fMassWords
	fMaxIDF
	fMass
	fShare
	fShareSame
	fMassOther
	fNamesConcepts
	fDotNames
	fDotConcepts
	fTitleIn
	fTitleTitle
	fTitleTitleSame
	fCore
	fLength
	fStoryKeys
	fLengthRatio
	fMembers
	fLangs
	fCaseless
	fCaselessCos
	fCosMembers
	fLengthCos
	fGap
	fGapOther
	fTop
	fMargin
	fRatio
	fMarginWords
	fCosNames
	fCosMeanings
	fCosNumbers
	fInNames
	fInMeanings
	fInNumbers
	fCoreNames
	fCoreMeanings
	fCoreNumbers
	fCohesion
	fFit
	fFitMembers
	fUnmetNames
	fUnmetMeanings
	fUnmetNumbers
	fCoverNames
	fCoverMeanings
	fCoverNumbers
	fTitledNames
	fTitledMeanings
	fTitledNumbers
	fTitleNames
	fTitleMeanings
	fTitleNumbers
	fTitlesNames
	fTitlesMeanings
	fTitlesNumbers
	fMissedNames
	fMissedMeanings
	fMissedNumbers
	fOwnNames
	fOwnMeanings
	fOwnNumbers
	fAbout
	fAboutCore
	fSecondIDF
	fKinds
	fOnly
	fExclusive
	fRank
	fNear
	fSpan
	fMin
	fMaxNames
	fMaxMeanings
	fMaxTitle
	numFeatures
)

// FeatureNames names the features in order.
var FeatureNames = [numFeatures]string{
	"cos", "same", "cos*same", "words", "sqrt cos", "max", "top3", "mean", "max words",
	"entities", "names", "numbers", "latin", "concepts", "cognates", "sounds", "names*same", "concepts*same", "words rare",
	"mass entities", "mass names", "mass numbers", "mass latin", "mass concepts", "mass cognates", "mass sounds", "mass words",
	"max idf", "mass", "share", "share*same", "mass*other", "names*concepts", "dot names", "dot concepts",
	"title in", "title title", "title title*same", "core",
	"length", "story keys", "length ratio", "members", "langs", "caseless", "caseless*cos", "cos*members", "length*cos",
	"gap", "gap*other", "top", "margin", "ratio", "margin words",
	"cos names", "cos meanings", "cos numbers", "in names", "in meanings", "in numbers", "core names", "core meanings", "core numbers",
	"cohesion", "fit", "fit*members", "unmet names", "unmet meanings", "unmet numbers",
	"cover names", "cover meanings", "cover numbers", "titled names", "titled meanings", "titled numbers",
	"title names", "title meanings", "title numbers", "titles names", "titles meanings", "titles numbers",
	"missed names", "missed meanings", "missed numbers", "own names", "own meanings", "own numbers",
	"about", "about core", "second idf", "kinds", "only", "exclusive", "rank", "near", "span",
	"min", "max names", "max meanings", "max title",
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// fill sets what an overlap tells.
func (f *Features) fill(q *query, y *Story, o *overlap, c *Candidate, norm float64, same bool) {
	all := q.titles[names] + q.titles[meanings] + q.titles[numbers] + 1e-6
	f.vectors(c.cos, c.words, same)
	f.kinds(&o.kinds, same)
	f.masses(&o.kinds, q.mass, o.idf, o.dot, o.maxDot, same)
	f.titles((o.titleIn[names]+o.titleIn[meanings]+o.titleIn[numbers])/all, (o.titleTitle[names]+o.titleTitle[meanings]+o.titleTitle[numbers])/all, same)
	f.core(o.coreShared / (o.core + 5))
	f.groups(q, o)
	f.fit(c.cos, norm, float64(len(y.Docs)))
	f.sizes(q, y)
	f.time(q.gap(y), same)
	f.about(q, y)
	f[fSecondIDF] = o.second
	f[fOnly] = math.Log1p(float64(o.only))
	f[fExclusive] = o.exclusive / (o.exclusiveAll + 1)
	if y.First != NoTime {
		f[fSpan] = math.Log1p(float64(y.Last-y.First) / day)
	}
}

// about tells how many of the names that the article is most about the story
// has, and its members on average.
func (f *Features) about(q *query, y *Story) {
	all, has, core := 1e-6, 0.0, 0.0
	for _, i := range q.about {
		x := q.weight[i]
		all += x
		if at, ok := y.find(q.d.items[i].term); ok {
			has += x
			core += x * float64(y.entries[at].docs) / float64(len(y.Docs))
		}
	}
	f[fAbout], f[fAboutCore] = has/all, core/all
}

func (f *Features) vectors(cos, words float64, same bool) {
	f[fCos], f[fSame], f[fCosSame], f[fWords] = cos, one(same), cos*one(same), words
	f[fCosRoot] = math.Sqrt(max(cos, 0))
}

func (f *Features) kinds(k *[8]shared, same bool) {
	for i, kind := range [...]evidence.Kind{evidence.Entity, evidence.Name, evidence.Number, evidence.Latin, evidence.Concept, evidence.Cognate, evidence.Sound} {
		f[fEntities+i] = math.Log1p(float64(k[kind].rare))
		f[fKinds] += one(k[kind].rare > 0)
		f[fMassEntities+i] = math.Log1p(k[kind].mass)
	}
	f[fWordsRare] = math.Log1p(float64(k[evidence.Word].rare))
	f[fMassWords] = math.Log1p(k[evidence.Word].mass)
	f[fNamesSame] = f[fNames] * one(same)
	f[fConceptsSame] = f[fConcepts] * one(same)
	f[fNamesConcepts] = f[fNames] * f[fConcepts]
}

func (f *Features) masses(k *[8]shared, own, maxIDF, dot, maxDot float64, same bool) {
	mass := k[evidence.Entity].mass + k[evidence.Name].mass + k[evidence.Number].mass + k[evidence.Concept].mass + k[evidence.Cognate].mass/2
	f[fMaxIDF] = maxIDF
	f[fMass] = math.Log1p(mass)
	f[fShare] = mass / (own + 5)
	f[fShareSame] = f[fShare] * one(same)
	f[fMassOther] = f[fMass] * (1 - one(same))
	if dot > 0 {
		f[fTop] = maxDot / dot
		f[fDotNames] = (k[evidence.Entity].dot + k[evidence.Name].dot + k[evidence.Latin].dot) / dot
		f[fDotConcepts] = k[evidence.Concept].dot / dot
	}
}

func (f *Features) titles(in, title float64, same bool) {
	f[fTitleIn], f[fTitleTitle], f[fTitleTitleSame] = in, title, title*one(same)
}

func (f *Features) core(share float64) { f[fCore] = share }

func (f *Features) sizes(q *query, y *Story) {
	n := float64(len(y.Docs))
	own := float64(len(q.d.items))
	f[fLength] = math.Log1p(own)
	f[fStoryKeys] = math.Log1p(float64(len(y.entries)))
	f[fLengthRatio] = math.Abs(math.Log((own + 5) / (float64(y.items)/n + 5)))
	f[fMembers] = math.Log(n)
	f[fLangs] = math.Log1p(float64(len(y.langs)))
	f[fCaseless] = one(!q.d.spaced)
	f[fCaselessCos] = f[fCaseless] * f[fCos]
	f[fCosMembers] = f[fCos] * f[fMembers]
	f[fLengthCos] = f[fLength] * f[fCos]
}

func (f *Features) time(gap float64, same bool) {
	f[fGap] = math.Log1p(gap)
	f[fGapOther] = f[fGap] * (1 - one(same))
}

// members compares the article with a few members: the first, and the latest.
func (f *Features) members(q *query, y *Story) {
	var top [3]float64
	sum, n := 0.0, 0
	least := math.Inf(1)
	for i, d := range y.Docs {
		if i > 0 && i <= len(y.Docs)-members {
			continue
		}
		m := &q.s.docs[d]
		l := q.similarity(m)
		x := l.neutral
		if m.Lang == q.d.Lang {
			f[fMaxWords] = max(f[fMaxWords], l.words)
		}
		f[fMaxNames] = max(f[fMaxNames], l.groups[names])
		f[fMaxMeanings] = max(f[fMaxMeanings], l.groups[meanings])
		f[fMaxTitle] = max(f[fMaxTitle], l.title)
		sum += x
		least = min(least, x)
		n++
		switch {
		case x > top[0]:
			top = [3]float64{x, top[0], top[1]}
		case x > top[1]:
			top = [3]float64{top[0], x, top[1]}
		case x > top[2]:
			top[2] = x
		}
	}
	f[fMax] = top[0]
	f[fTop3] = (top[0] + top[1] + top[2]) / float64(min(n, 3))
	f[fMean] = sum / float64(n)
	f[fMin] = least
	f[fMaxTitle] = math.Log1p(f[fMaxTitle])
}

func (f *Features) rivals(cos, next, words, nextWords float64) {
	f[fMargin] = cos - next
	f[fRatio] = min(3, cos/(next+0.02))
	f[fMarginWords] = words - nextWords
}

func (f *Features) groups(q *query, o *overlap) {
	for i := range numGroups {
		f[fCosNames+i] = o.groups.dot[i] / (math.Sqrt(q.groups[i]*o.groups.length[i]) + 1e-6)
		f[fInNames+i] = o.in[i] / (q.groups[i] + 1e-6)
		f[fCoverNames+i] = o.cover[i] / (q.groups[i] + 1e-6)
		f[fCoreNames+i] = o.groups.core[i] / (o.coreAll[i] + 1e-6)
		f[fUnmetNames+i] = math.Log1p(max(0, min(q.masses[i], o.mass[i])-o.met[i]))
		f[fTitledNames+i] = o.groups.titleIn[i] / (o.titled[i] + 2)
		f[fTitleNames+i] = o.titleIn[i] / (q.titles[i] + 2)
		f[fTitlesNames+i] = o.titleTitle[i] / (q.titles[i] + 2)
		f[fMissedNames+i] = o.missed[i]
		f[fOwnNames+i] = math.Log1p(q.masses[i])
	}
}

// loneCohesion stands for how alike the members of a story of one article
// would be.
const loneCohesion = 0.3

// fit compares how like the members of a story the article is, on average,
// with how like each other they are. sum is the length of the story's vector,
// which adds up the members' vectors of length one.
func (f *Features) fit(cos, sum, n float64) {
	cohesion := loneCohesion
	if n > 1 {
		cohesion = max(0, (sum*sum-n)/(n*(n-1)))
	}
	f[fCohesion] = cohesion
	f[fFit] = min(4, cos*sum/n/(cohesion+0.03))
	f[fFitMembers] = f[fFit] * math.Log(n)
}
